package io.packetboat.fanout;

import io.packetboat.broker.fanout.QueueCopy;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.subscription.Subscription;
import java.util.Optional;

/** Who delivers to endpoints that are no queues, from internal queues that are filled as queues are. */
public interface Courier {
    /** Delivers nothing. */
    Courier NONE = new Courier() {
        @Override
        public Optional<QueueCopy> copy(Subscription subscription, MessageId message, String body) {
            return Optional.empty();
        }

        @Override
        public void wake(Subscription subscription) {
            throw new IllegalStateException("nothing was accepted that must be delivered");
        }
    };

    /**
     * What is to be written for a subscription; empty if nothing delivers to such endpoints. May write to the disk.
     *
     * @param message the id that it was published with
     * @param body what the endpoint gets, in its envelope unless the subscription wants it raw
     */
    Optional<QueueCopy> copy(Subscription subscription, MessageId message, String body);

    /** A copy is on disk; called on a thread that must not be held up. */
    void wake(Subscription subscription);
}
