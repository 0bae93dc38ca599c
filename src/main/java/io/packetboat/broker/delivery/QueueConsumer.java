package io.packetboat.broker.delivery;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.server.Consumer;
import org.apache.activemq.artemis.core.server.HandleStatus;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/** Stands at a queue as its clients' consumers do, and passes what it is offered to the reader. */
final class QueueConsumer implements Consumer {
    private static final Logger LOG = System.getLogger(QueueConsumer.class.getName());

    /** A larger body is not read into memory for SQS, whose own limit is 1 MiB; clients of other protocols get it. */
    private static final long MAX_SIZE = 16 << 20;

    private final Queue queue;
    private final QueueReader reader;
    private final Runnable whenDeleted;
    private final long id;
    private volatile long offers;

    QueueConsumer(Queue queue, QueueReader reader, long id, Runnable whenDeleted) {
        this.queue = queue;
        this.reader = reader;
        this.id = id;
        this.whenDeleted = whenDeleted;
    }

    /** How many messages it was offered and did not stop at; grows while the queue is still offering. */
    long offers() {
        return offers;
    }

    /** A message on the thread of its producer would run the reader there. */
    @Override
    public boolean supportsDirectDelivery() {
        return false;
    }

    /** Below the lock of the queue, one call at a time. Artemis removes a consumer that throws. */
    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one call at a time
    public HandleStatus handle(MessageReference reference) {
        try {
            if (reference.getMessage().getWholeMessageSize() > MAX_SIZE || isOverdue(reference)) {
                return HandleStatus.NO_MATCH;
            }
            QueueReader.Answer answer = reader.offer(new ArtemisMessage(reference));
            return switch (answer) {
                case TAKE -> {
                    offers++;
                    reference.handled();
                    yield HandleStatus.HANDLED;
                }
                case SKIP -> {
                    offers++;
                    yield HandleStatus.NO_MATCH;
                }
                case STOP -> HandleStatus.BUSY;
            };
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message cannot be offered: queue=" + queue.getName(), e);
            return HandleStatus.NO_MATCH;
        }
    }

    private boolean isOverdue(MessageReference reference) {
        return queue instanceof TakesOut place && place.isOverdue(reference);
    }

    /** Artemis has bound the message's group to this consumer; a reader that does not lock groups lets others have it. */
    @Override
    public void proceedDeliver(MessageReference reference) {
        if (reader.keepsGroups()) {
            return;
        }
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
        return "SQS receivers[" + queue.getName() + "]";
    }

    /** The queue is being deleted. */
    @Override
    public void disconnect() {
        whenDeleted.run();
    }

    @Override
    public void failed(Throwable cause) {
        LOG.log(Level.ERROR, "The queue refused its SQS receivers: queue=" + queue.getName(), cause);
    }

    @Override
    public long sequentialID() {
        return id;
    }
}
