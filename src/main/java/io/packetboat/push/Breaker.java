package io.packetboat.push;

import java.time.Duration;
import java.time.Instant;

/**
 * Spares an endpoint that is down: after some failures in a row there is a pause, then one attempt, and longer pauses as
 * long as that fails. Messages wait meanwhile without using up their attempts. Not safe for threads; belongs to its lane.
 */
final class Breaker {
    private static final int TOLERATED = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private int failures;
    private Duration pause = FIRST_PAUSE;
    private Instant readyAt = Instant.MIN;

    void succeeded() {
        failures = 0;
        pause = FIRST_PAUSE;
        readyAt = Instant.MIN;
    }

    void failed(Instant now) {
        failures++;
        if (isOpen() && !readyAt.isAfter(now)) {
            readyAt = now.plus(pause);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    /** Whether the endpoint counts as down. */
    boolean isOpen() {
        return failures >= TOLERATED;
    }

    /** No attempt begins before. */
    Instant readyAt() {
        return readyAt;
    }

    /** How many attempts may go on at a time. */
    int most(int usual) {
        return isOpen() ? 1 : usual;
    }
}
