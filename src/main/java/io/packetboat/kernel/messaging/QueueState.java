package io.packetboat.kernel.messaging;

import java.util.Optional;

/**
 * A queue, or the queue of a durable subscription, as it is now.
 *
 * @param name the queue's own name
 * @param address the address it is bound to; the topic of a subscription
 * @param paused whether delivery is stopped by an operator
 * @param filter the selector that limits what the queue takes
 * @param creator who made it, if a user did
 * @param consumers clients that are attached now
 * @param numbers what it holds and what went through it since the broker started
 */
public record QueueState(
        String name,
        String address,
        boolean paused,
        Optional<String> filter,
        Optional<String> creator,
        int consumers,
        Numbers numbers) {

    /**
     * Counts of messages.
     *
     * @param messages all that are held, with those in delivery and those scheduled
     * @param delivering handed to a consumer and not settled
     * @param scheduled held back until their time comes
     * @param bytes what they take, in bytes
     * @param added since the start of the broker, as are the three that follow
     * @param acknowledged consumed
     * @param expired ended by their time to live
     * @param killed moved to the dead-letter queue, or deleted by an operator
     */
    public record Numbers(
            long messages,
            long delivering,
            long scheduled,
            long bytes,
            long added,
            long acknowledged,
            long expired,
            long killed) {}
}
