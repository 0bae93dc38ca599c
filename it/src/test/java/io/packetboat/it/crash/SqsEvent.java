package io.packetboat.it.crash;

import java.util.Optional;

/** A call of an SQS client and its answer; times are those of {@link System#nanoTime}. */
sealed interface SqsEvent {
    /** The end of a call that was never answered. */
    long NEVER = Long.MAX_VALUE;

    /**
     * A send.
     *
     * @param key what makes duplicates of each other: their deduplication id, and the body itself in a standard queue
     * @param accepted empty if it was never answered
     */
    record Sent(String queue, String group, String key, String body, long start, long end, Optional<Accepted> accepted)
            implements SqsEvent {}

    record Accepted(String id, long sequence) {}

    /**
     * One message of the answer to a receive.
     *
     * @param call the same for all of one answer, which has them in this order
     * @param hiddenNanos how long it stays hidden from others
     */
    record Got(Message message, int receives, long call, long asked, long answered, long hiddenNanos)
            implements SqsEvent {}

    record Message(String queue, String group, String id, long sequence, String body) {}

    /** A delete with the handle of so manieth receive. */
    record Deleting(String id, int receives, long start, long end) implements SqsEvent {

        boolean isConfirmed() {
            return end != NEVER;
        }
    }
}
