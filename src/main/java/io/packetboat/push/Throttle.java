package io.packetboat.push;

import java.time.Duration;
import java.time.Instant;

/** Lets so many attempts begin in each second. Not safe for threads; belongs to its lane. */
final class Throttle {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Instant began = Instant.MIN;
    private int taken;

    /** How many may begin now. */
    int available(int limit, Instant now) {
        if (!now.isBefore(next())) {
            return limit;
        }
        return Math.max(0, limit - taken);
    }

    /** When more may begin. */
    Instant next() {
        return began.equals(Instant.MIN) ? Instant.MIN : began.plus(SECOND);
    }

    void take(int count, Instant now) {
        if (!now.isBefore(next())) {
            began = now;
            taken = 0;
        }
        taken += count;
    }
}
