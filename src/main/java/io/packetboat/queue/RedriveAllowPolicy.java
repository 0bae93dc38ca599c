package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import java.util.List;

/** Which queues may name this one as their dead-letter queue. */
public sealed interface RedriveAllowPolicy {

    boolean allows(QueueName source);

    /** SQS's word for it. */
    String permission();

    /** The queues that it lists. */
    default List<QueueName> sources() {
        return List.of();
    }

    record AllowAll() implements RedriveAllowPolicy {
        @Override
        public boolean allows(QueueName source) {
            return true;
        }

        @Override
        public String permission() {
            return "allowAll";
        }
    }

    record DenyAll() implements RedriveAllowPolicy {
        @Override
        public boolean allows(QueueName source) {
            return false;
        }

        @Override
        public String permission() {
            return "denyAll";
        }
    }

    /** Only the listed ones, 1 to {@value #MAX_SOURCES}. */
    record ByQueue(List<QueueName> sources) implements RedriveAllowPolicy {
        public static final int MAX_SOURCES = 10;

        public ByQueue {
            sources = List.copyOf(sources);
            if (sources.isEmpty() || sources.size() > MAX_SOURCES) {
                throw new AttributeRefused(
                        "RedriveAllowPolicy", "sourceQueueArns must name 1 to " + MAX_SOURCES + " queues");
            }
        }

        @Override
        public boolean allows(QueueName source) {
            return sources.contains(source);
        }

        @Override
        public String permission() {
            return "byQueue";
        }
    }
}
