package io.packetboat.retry;

import java.time.Duration;

/**
 * The retries after a first attempt that failed, in four phases: at once, with the shortest pause, with growing pauses,
 * with the longest pause. The growing phase has what is left of all retries.
 *
 * @param minDelay the shortest pause, at least a second
 * @param maxDelay the longest pause, at most an hour
 * @param retries in all phases, 0 to 100
 * @param withoutDelay retries at once
 * @param atMinDelay retries with the shortest pause
 * @param atMaxDelay retries with the longest pause
 */
public record RetryPolicy(
        Duration minDelay,
        Duration maxDelay,
        int retries,
        int withoutDelay,
        int atMinDelay,
        int atMaxDelay,
        Backoff backoff) {

    /** The longest that all pauses together may take. */
    public static final Duration MAX_TOTAL = Duration.ofHours(1);

    /** Three retries with 20 seconds in between. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofSeconds(20), Duration.ofSeconds(20), 3, 0, 0, 0, Backoff.LINEAR);

    static final int MAX_RETRIES = 100;
    private static final long MAX_SECONDS = 3_600;

    public RetryPolicy {
        requireWithin("minDelayTarget", minDelay.toSeconds(), 1, MAX_SECONDS);
        requireWithin("maxDelayTarget", maxDelay.toSeconds(), 1, MAX_SECONDS);
        if (maxDelay.compareTo(minDelay) < 0) {
            throw new InvalidDeliveryPolicy("maxDelayTarget must be greater than or equal to minDelayTarget");
        }
        requireWithin("numRetries", retries, 0, MAX_RETRIES);
        requireWithin("numNoDelayRetries", withoutDelay, 0, retries);
        requireWithin("numMinDelayRetries", atMinDelay, 0, retries);
        requireWithin("numMaxDelayRetries", atMaxDelay, 0, retries);
        if (withoutDelay + atMinDelay + atMaxDelay > retries) {
            throw new InvalidDeliveryPolicy("numRetries must be greater than or equal to total of numMinDelayRetries,"
                    + " numNoDelayRetries and numMaxDelayRetries");
        }
    }

    /** How many retries there are between those with the shortest and those with the longest pause. */
    public int growing() {
        return retries - withoutDelay - atMinDelay - atMaxDelay;
    }

    private static void requireWithin(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidDeliveryPolicy(name + " must be between " + least + " and " + most);
        }
    }
}
