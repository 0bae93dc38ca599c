package io.packetboat.broker.fanout;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.server.Consumer;
import org.apache.activemq.artemis.core.server.HandleStatus;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/** The only consumer of an intake's queue. */
final class IntakeConsumer implements Consumer {
    private static final Logger LOG = System.getLogger(IntakeConsumer.class.getName());

    private final Queue queue;
    private final Predicate<MessageReference> taker;
    private final Runnable whenDeleted;
    private final long id;

    IntakeConsumer(Queue queue, Predicate<MessageReference> taker, Runnable whenDeleted, long id) {
        this.queue = queue;
        this.taker = taker;
        this.whenDeleted = whenDeleted;
        this.id = id;
    }

    /** A message on the thread of its publisher would run the reader there. */
    @Override
    public boolean supportsDirectDelivery() {
        return false;
    }

    /** Below the lock of the queue, one call at a time. Artemis removes a consumer that throws. */
    @Override
    public HandleStatus handle(MessageReference reference) {
        try {
            if (!taker.test(reference)) {
                return HandleStatus.BUSY;
            }
            reference.handled();
            return HandleStatus.HANDLED;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message cannot be offered: queue=" + queue.getName(), e);
            return HandleStatus.BUSY;
        }
    }

    /** Artemis remembers the consumer of each group, of which there may be any number. */
    @Override
    public void proceedDeliver(MessageReference reference) {
        SimpleString group = reference.getMessage().getGroupID();
        if (group != null) {
            queue.resetGroup(group);
        }
    }

    @Override
    public @Nullable Filter getFilter() {
        return null;
    }

    @Override
    public List<MessageReference> getDeliveringMessages() {
        return List.of();
    }

    @Override
    public String debug() {
        return toManagementString();
    }

    @Override
    public String toManagementString() {
        return "fan-out[" + queue.getName() + "]";
    }

    /** The queue is being deleted. */
    @Override
    public void disconnect() {
        whenDeleted.run();
    }

    @Override
    public void failed(Throwable cause) {
        LOG.log(Level.ERROR, "The queue refused its fan-out: queue=" + queue.getName(), cause);
    }

    @Override
    public long sequentialID() {
        return id;
    }
}
