package io.packetboat.admin.json;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;

/** Durations as the API has them: numbers of seconds with milliseconds behind the point. */
public final class Seconds {
    private static final double MILLIS = 1_000;

    /** A hundred years, over which no duration makes sense. */
    private static final double MAX = 100 * 365.25 * 24 * 3_600;

    private Seconds() {}

    public static double of(Duration duration) {
        return duration.toMillis() / MILLIS;
    }

    /** Raises {@link InvalidValue} for less than 0 or more than a hundred years. */
    public static Duration duration(String field, double seconds) {
        if (!(seconds >= 0 && seconds <= MAX)) {
            throw new InvalidValue(field, "must be a number of seconds from 0 to 100 years");
        }
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }

    /** Raises {@link InvalidValue} for less than a millisecond as well. */
    public static Duration positive(String field, double seconds) {
        Duration duration = duration(field, seconds);
        if (duration.isZero()) {
            throw new InvalidValue(field, "must be at least 0.001 seconds");
        }
        return duration;
    }
}
