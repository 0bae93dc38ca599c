package io.packetboat.queue;

import io.packetboat.policy.ResourcePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One attribute of a queue with the value that it shall have, in SQS's names and bounds.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>
 */
public sealed interface AttributeChange {

    /**
     * The definition with this value in it; equal to the given one if it had that value before.
     *
     * @throws AttributeUnknown if queues of this type have no such attribute
     * @throws AttributeRefused if this queue cannot have the value
     */
    QueueDefinition applyTo(QueueDefinition queue);

    /** The definition with all changes in it, checked as a whole; raises what {@link #applyTo} does. */
    static QueueDefinition applyAll(List<AttributeChange> changes, QueueDefinition queue) {
        QueueDefinition changed = queue;
        for (AttributeChange change : changes) {
            changed = change.applyTo(changed);
        }
        changed.fifo().ifPresent(AttributeChange::requireScopeForThroughput);
        return changed;
    }

    private static void requireScopeForThroughput(FifoSettings fifo) {
        if (fifo.throughputLimit() == FifoSettings.ThroughputLimit.PER_MESSAGE_GROUP_ID
                && fifo.deduplicationScope() != FifoSettings.DeduplicationScope.MESSAGE_GROUP) {
            throw new AttributeRefused(
                    "FifoThroughputLimit", "perMessageGroupId needs a DeduplicationScope of messageGroup");
        }
    }

    /** 0 seconds to 12 hours. */
    record VisibilityTimeout(Duration value) implements AttributeChange {
        public VisibilityTimeout {
            requireWithin("VisibilityTimeout", value.toSeconds(), 0, 43_200);
        }

        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return queue.with(queue.attributes().withVisibilityTimeout(value));
        }
    }

    /** 0 seconds to 15 minutes. */
    record Delay(Duration value) implements AttributeChange {
        public Delay {
            requireWithin("DelaySeconds", value.toSeconds(), 0, 900);
        }

        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return queue.with(queue.attributes().withDelay(value));
        }
    }

    /** 0 to 20 seconds. */
    record ReceiveWait(Duration value) implements AttributeChange {
        public ReceiveWait {
            requireWithin("ReceiveMessageWaitTimeSeconds", value.toSeconds(), 0, 20);
        }

        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return queue.with(queue.attributes().withReceiveWait(value));
        }
    }

    /** 1 KiB to 1 MiB, in bytes. */
    record MaximumMessageSize(int value) implements AttributeChange {
        public MaximumMessageSize {
            requireWithin("MaximumMessageSize", value, 1_024, QueueAttributes.MAX_MESSAGE_SIZE);
        }

        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return queue.with(queue.attributes().withMaximumMessageSize(value));
        }
    }

    /** 1 minute to 14 days. */
    record Retention(Duration value) implements AttributeChange {
        public Retention {
            requireWithin("MessageRetentionPeriod", value.toSeconds(), 60, 1_209_600);
        }

        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return queue.withRetention(value);
        }
    }

    /** Which dead-letter queue takes over after 1 to 1,000 receives; empty for none. */
    record Redrive(Optional<RedrivePolicy> value) implements AttributeChange {
        public Redrive {
            value.ifPresent(policy -> requireWithin("RedrivePolicy", policy.maxReceiveCount(), 1, 1_000));
        }

        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            if (value.filter(policy -> policy.deadLetterQueue().equals(queue.name()))
                    .isPresent()) {
                throw new AttributeRefused("RedrivePolicy", "a queue cannot be its own dead-letter queue");
            }
            return queue.withRedrivePolicy(value);
        }
    }

    /** Which queues may send their dead letters here; empty for what all queues begin with. */
    record RedriveAllow(Optional<RedriveAllowPolicy> value) implements AttributeChange {
        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return queue.with(queue.attributes().withRedriveAllowPolicy(value));
        }
    }

    /** The queue's own policy; empty for none. */
    record Policy(Optional<ResourcePolicy> value) implements AttributeChange {
        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return queue.with(queue.attributes().withPolicy(value));
        }
    }

    /** The type that the queue has by its name. */
    record Fifo(boolean value) implements AttributeChange {
        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            if (value != queue.fifo().isPresent()) {
                throw new AttributeRefused("FifoQueue", "FIFO queues, and no others, have a name that ends with .fifo");
            }
            return queue;
        }
    }

    record ContentBasedDeduplication(boolean value) implements AttributeChange {
        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return changeFifo("ContentBasedDeduplication", queue, fifo -> fifo.withContentBasedDeduplication(value));
        }
    }

    record DeduplicationScope(FifoSettings.DeduplicationScope value) implements AttributeChange {
        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return changeFifo("DeduplicationScope", queue, fifo -> fifo.withDeduplicationScope(value));
        }
    }

    record ThroughputLimit(FifoSettings.ThroughputLimit value) implements AttributeChange {
        @Override
        public QueueDefinition applyTo(QueueDefinition queue) {
            return changeFifo("FifoThroughputLimit", queue, fifo -> fifo.withThroughputLimit(value));
        }
    }

    private static QueueDefinition changeFifo(
            String attribute, QueueDefinition queue, UnaryOperator<FifoSettings> change) {
        FifoSettings fifo = queue.fifo().orElseThrow(() -> new AttributeUnknown(attribute));
        return queue.with(queue.attributes().withFifo(change.apply(fifo)));
    }

    private static void requireWithin(String attribute, long value, long least, long most) {
        if (value < least || value > most) {
            throw new AttributeRefused(attribute, "must be between " + least + " and " + most);
        }
    }
}
