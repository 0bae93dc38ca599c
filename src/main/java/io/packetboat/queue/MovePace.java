package io.packetboat.queue;

import java.time.Duration;
import java.time.Instant;

/**
 * How many messages a task may have moved by now; pure.
 *
 * @param rate messages a second
 */
record MovePace(Instant started, int rate) {
    /** What SQS moves at most in a second, and what it moves where nobody says less. */
    static final int MAX_RATE = 500;

    /** How many more may be moved at this moment, none at the start. */
    int allowance(Instant now, long moved) {
        long elapsed = Math.max(0, Duration.between(started, now).toMillis());
        return (int) Math.max(0, Math.min(elapsed * rate / 1_000 - moved, rate));
    }
}
