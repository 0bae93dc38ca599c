package io.packetboat.queue;

import io.packetboat.kernel.QueueName;

/** One change of what the database holds of queues; a put replaces what has the same name. */
public sealed interface QueueChange {

    /** Calls the one method of the target that carries this change out. */
    void applyTo(Target target);

    /** Whatever holds definitions of queues. */
    interface Target {
        void put(StoredQueue queue);

        /** Deletes the queue if it still is the one with this id. */
        void delete(QueueName name, long brokerId);

        void begin(QueueIntent intent);

        void end(QueueName intent);
    }

    record PutQueue(StoredQueue queue) implements QueueChange {
        @Override
        public void applyTo(Target target) {
            target.put(queue);
        }
    }

    record DeleteQueue(QueueName name, long brokerId) implements QueueChange {
        @Override
        public void applyTo(Target target) {
            target.delete(name, brokerId);
        }
    }

    record Begin(QueueIntent intent) implements QueueChange {
        @Override
        public void applyTo(Target target) {
            target.begin(intent);
        }
    }

    record End(QueueName intent) implements QueueChange {
        @Override
        public void applyTo(Target target) {
            target.end(intent);
        }
    }
}
