package io.packetboat.broker.delivery;

import io.packetboat.broker.retention.Arrivals;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.activemq.artemis.core.journal.Journal;
import org.apache.activemq.artemis.core.journal.impl.dataformat.ByteArrayEncoding;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.jspecify.annotations.Nullable;

/**
 * Notes in the journal which message number comes next, every half minute in which one came.
 *
 * <p>Runs on a thread of the broker's pool between {@link #begin} and {@link #end}. Nobody waits for a note to be synced: one
 * that is lost makes the age of messages less exact.
 */
public final class ArrivalNotes {
    private static final Logger LOG = System.getLogger(ArrivalNotes.class.getName());
    private static final long PERIOD_SECONDS = 30;

    private final Supplier<StorageManager> storage;
    private final Arrivals arrivals;
    private final Clock clock;
    private long last;
    private @Nullable ScheduledFuture<?> notes;

    public ArrivalNotes(Supplier<StorageManager> storage, Arrivals arrivals, Clock clock) {
        this.storage = storage;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Called when the journal is loaded and before the first client comes. */
    public synchronized void begin(ScheduledExecutorService pool) {
        note();
        notes = pool.scheduleWithFixedDelay(this::note, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** Called before the journal is closed; does nothing if it was never begun. */
    public synchronized void end() {
        if (notes != null) {
            notes.cancel(false);
            notes = null;
            note();
        }
    }

    /** The rim of a worker: a note that fails must not end the others. */
    private synchronized void note() {
        try {
            long number = storage.get().generateID();
            boolean anything = number != last + 1;
            last = number;
            if (anything) {
                note(number);
            }
        } catch (Exception e) {
            LOG.log(Level.WARNING, "It is not noted when messages came", e);
        }
    }

    private void note(long number) throws Exception {
        arrivals.note(number, clock.instant());
        Journal journal = storage.get().getMessageJournal();
        if (journal == null) {
            return;
        }
        journal.appendAddRecord(
                number, OwnRecords.ARRIVAL, new ByteArrayEncoding(OwnRecords.bytes(clock.instant())), false);
        for (long dropped : arrivals.thin(clock.instant())) {
            journal.tryAppendDeleteRecord(dropped, (id, found) -> {}, false);
        }
    }
}
