package io.packetboat.broker.redelivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.jspecify.annotations.Nullable;

/**
 * Marks what clients get a second time because of a crash; see the package's description.
 *
 * <p>The mark is a delivery count of one more, from which every protocol derives its own: JMSRedelivered, AMQP's
 * delivery-count, OpenWire's redelivery counter, STOMP's {@code redelivered}, MQTT's DUP. It counts as an attempt.
 */
public final class RedeliveryMarks implements ActiveMQServerQueuePlugin {
    private static final Logger LOG = System.getLogger(RedeliveryMarks.class.getName());

    private final Supplier<StorageManager> storage;
    private final Clock clock;
    private final ConcurrentHashMap<Long, QueueMark> marks = new ConcurrentHashMap<>();
    private volatile @Nullable MarkJournal journal;

    public RedeliveryMarks(Supplier<StorageManager> storage, Clock clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** Reads what the last life left; called once, after the journal is loaded and before anybody can consume. */
    public void load() {
        StorageManager loaded = storage.get();
        if (loaded.getBindingsJournal() == null) {
            return; // nothing survives anyway
        }
        MarkJournal marksOnDisk = new MarkJournal(loaded);
        // What was reserved beyond the last message of then belongs to messages of now.
        long last = loaded.getCurrentID();
        marksOnDisk.load().forEach((queue, upTo) -> marks.put(queue, new QueueMark(queue, Math.min(upTo, last))));
        journal = marksOnDisk;
    }

    /** Called before a clean stop, so that the next start marks no more than it must; deliveries may go on. */
    public void takeBackReserves() {
        MarkJournal marksOnDisk = journal;
        if (marksOnDisk == null) {
            return;
        }
        // In this order: what is delivered in between writes a new record, and is not lowered.
        Map<Long, Long> records = marksOnDisk.records();
        Map<Long, Long> used = new HashMap<>();
        marks.values().stream().filter(QueueMark::isAhead).forEach(mark -> used.put(mark.queue(), mark.takeBack()));
        try {
            marksOnDisk.lower(used, records);
        } catch (ActiveMQException e) {
            LOG.log(Level.DEBUG, "Some messages will be marked as redelivered that were not delivered", e);
        }
    }

    /** Counts the delivery of the last life; called when a consumer is asked whether it takes the message. */
    public void mark(ServerConsumer consumer, MessageReference reference) {
        if (reference.getDeliveryCount() < 1 && !consumer.isBrowseOnly()) {
            QueueMark mark = marks.get(reference.getQueue().getID());
            if (mark != null && mark.mayHaveBeenDelivered(reference.getMessageID())) {
                reference.setDeliveryCount(1);
            }
        }
    }

    /**
     * Returns when the mark on the disk covers the message.
     *
     * @throws ActiveMQException if it cannot be written; the message must not be delivered then
     */
    public void beforeDeliver(ServerConsumer consumer, MessageReference reference) throws ActiveMQException {
        LargeAmqpMessages.tellDeliveries(consumer, reference);
        MarkJournal marksOnDisk = journal;
        Queue queue = reference.getQueue();
        if (marksOnDisk == null || consumer.isBrowseOnly() || !reference.isDurable() || !queue.isDurable()) {
            return;
        }
        marks.computeIfAbsent(queue.getID(), id -> new QueueMark(id, -1))
                .deliver(reference.getMessageID(), marksOnDisk, clock);
    }

    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress)
            throws ActiveMQException {
        MarkJournal marksOnDisk = journal;
        if (marks.remove(queue.getID()) != null && marksOnDisk != null) {
            marksOnDisk.forget(queue.getID());
        }
    }
}
