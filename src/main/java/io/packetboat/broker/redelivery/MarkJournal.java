package io.packetboat.broker.redelivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQIOErrorException;
import org.apache.activemq.artemis.api.core.ActiveMQInterruptedException;
import org.apache.activemq.artemis.core.journal.Journal;
import org.apache.activemq.artemis.core.journal.impl.SimpleWaitIOCallback;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.persistence.config.PersistedKeyValuePair;

/**
 * The marks in the broker's bindings journal, one record a queue.
 *
 * <p>Safe for any number of threads. Each waits for its turn to write, and whoever has it writes for all that wait, in one
 * transaction: with many queues at once the disk is forced once for as many as there are threads.
 */
final class MarkJournal {
    private static final String MAP = "packetboat.delivered";

    private final StorageManager storage;
    private final Object turn = new Object();
    /** Message ids by queue that somebody waits for; guarded by itself. */
    private final Map<Long, Long> waiting = new HashMap<>();
    /** Record ids by queue; guarded by turn. */
    private final Map<Long, Long> records = new HashMap<>();

    MarkJournal(StorageManager storage) {
        this.storage = storage;
    }

    /** What was there at the start: message ids by queue. */
    Map<Long, Long> load() {
        Map<Long, Long> marks = new HashMap<>();
        synchronized (turn) {
            storage.getPersistedKeyValuePairs(MAP).forEach((queue, pair) -> {
                marks.put(Long.valueOf(queue), Long.valueOf(pair.getValue()));
                records.put(Long.valueOf(queue), pair.getStoreId());
            });
        }
        return marks;
    }

    /** The record of each queue as of now, for {@link #lower}. */
    Map<Long, Long> records() {
        synchronized (turn) {
            return Map.copyOf(records);
        }
    }

    /** Returns when it is forced to the disk. */
    void write(long queue, long upTo) throws ActiveMQException {
        synchronized (waiting) {
            waiting.put(queue, upTo);
        }
        synchronized (turn) {
            Map<Long, Long> batch = taken();
            if (batch.isEmpty()) {
                return; // written by one who had the turn meanwhile
            }
            try {
                writeNow(batch);
            } catch (ActiveMQException e) {
                giveBack(batch);
                throw e;
            }
        }
    }

    /** Writes all of it, but for the queues whose record is not the one of then any more. */
    void lower(Map<Long, Long> marks, Map<Long, Long> recordsOfThen) throws ActiveMQException {
        synchronized (turn) {
            Map<Long, Long> batch = new HashMap<>(marks);
            batch.keySet().removeIf(queue -> !Objects.equals(records.get(queue), recordsOfThen.get(queue)));
            if (!batch.isEmpty()) {
                writeNow(batch);
            }
        }
    }

    /** The queue is gone; its record may stay for a while. */
    void forget(long queue) throws ActiveMQException {
        synchronized (turn) {
            Long record = records.remove(queue);
            if (record != null) {
                tryTo(() -> journal().tryAppendDeleteRecord(record, (id, found) -> {}, false));
            }
        }
    }

    private Map<Long, Long> taken() {
        synchronized (waiting) {
            Map<Long, Long> batch = Map.copyOf(waiting);
            waiting.clear();
            return batch;
        }
    }

    /** Others whose marks these are return only after a turn of their own. */
    private void giveBack(Map<Long, Long> batch) {
        synchronized (waiting) {
            batch.forEach(waiting::putIfAbsent);
        }
    }

    private void writeNow(Map<Long, Long> batch) throws ActiveMQException {
        Map<Long, Long> written = new HashMap<>();
        SimpleWaitIOCallback forced = new SimpleWaitIOCallback();
        tryTo(() -> {
            long transaction = storage.generateID();
            for (Map.Entry<Long, Long> mark : batch.entrySet()) {
                Long before = records.get(mark.getKey());
                if (before != null) {
                    journal().appendDeleteRecordTransactional(transaction, before);
                }
                written.put(mark.getKey(), append(transaction, mark.getKey(), mark.getValue()));
            }
            journal().appendCommitRecord(transaction, true, forced, true);
            await(forced);
        });
        records.putAll(written);
    }

    private long append(long transaction, long queue, long upTo) throws Exception {
        PersistedKeyValuePair mark = new PersistedKeyValuePair(MAP, Long.toString(queue), Long.toString(upTo));
        long record = storage.generateID();
        journal().appendAddRecordTransactional(transaction, record, mark.getRecordType(), mark);
        return record;
    }

    /** A journal that stops in between answers nobody. */
    private void await(SimpleWaitIOCallback forced) throws InterruptedException, ActiveMQException {
        while (!forced.waitCompletion(TimeUnit.SECONDS.toMillis(1))) {
            if (!journal().isStarted()) {
                throw new ActiveMQIOErrorException("The broker stops.");
            }
        }
    }

    private Journal journal() {
        return storage.getBindingsJournal();
    }

    /** Artemis' journal declares the widest exception. */
    private interface Writing {
        void run() throws Exception;
    }

    /** A plugin stops a delivery only with an exception of Artemis' own. */
    private static void tryTo(Writing writing) throws ActiveMQException {
        try {
            writing.run();
        } catch (ActiveMQException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ActiveMQInterruptedException(e);
        } catch (Exception e) {
            throw new ActiveMQIOErrorException("The mark of a delivery cannot be written: " + e, e);
        }
    }
}
