package io.packetboat.push;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.util.Optional;

/**
 * The four phases of retries after a failed delivery: at once, after the least delay each, with growing delays, and after
 * the greatest delay each.
 *
 * @param immediate retries without delay
 * @param preBackoff retries after the least delay
 * @param backoff retries whose delays grow from the least to the greatest
 * @param postBackoff retries after the greatest delay
 * @param curve how the delays grow
 */
public record RetrySchedule(
        int immediate,
        int preBackoff,
        int backoff,
        int postBackoff,
        Duration leastDelay,
        Duration greatestDelay,
        BackoffCurve curve) {
    /** HTTP and HTTPS where nothing else is set: three retries, 20 seconds apart. */
    static final RetrySchedule HTTP =
            new RetrySchedule(0, 0, 3, 0, Duration.ofSeconds(20), Duration.ofSeconds(20), BackoffCurve.LINEAR);

    /** Queues and functions: 100,015 retries in 23 days. */
    static final RetrySchedule MANAGED = new RetrySchedule(
            3, 2, 10, 100_000, Duration.ofSeconds(1), Duration.ofSeconds(20), BackoffCurve.EXPONENTIAL);

    /** Mail, text messages and mobile push: 50 retries in 6 hours. */
    static final RetrySchedule CUSTOMER =
            new RetrySchedule(0, 2, 10, 38, Duration.ofSeconds(10), Duration.ofSeconds(600), BackoffCurve.EXPONENTIAL);

    public RetrySchedule {
        if (immediate < 0 || preBackoff < 0 || backoff < 0 || postBackoff < 0) {
            throw new InvalidValue("retries", "must not be negative");
        }
        if (leastDelay.toMillis() < 1 || greatestDelay.compareTo(leastDelay) < 0) {
            throw new InvalidValue("leastDelay", "must be positive and at most greatestDelay");
        }
    }

    /** How many retries there are in all. */
    int retries() {
        return immediate + preBackoff + backoff + postBackoff;
    }

    /**
     * How long to wait until the next attempt; empty when there is none.
     *
     * @param failures how many attempts have failed, at least 1
     */
    Optional<Duration> delayAfter(int failures) {
        int retry = failures - 1;
        if (retry < 0 || retry >= retries()) {
            return Optional.empty();
        }
        if (retry < immediate) {
            return Optional.of(Duration.ZERO);
        }
        int growing = retry - immediate - preBackoff;
        if (growing < 0) {
            return Optional.of(leastDelay);
        }
        return Optional.of(
                growing < backoff ? curve.delay(growing, backoff, leastDelay, greatestDelay) : greatestDelay);
    }

    /** The sum of all delays. */
    Duration total() {
        Duration total = leastDelay.multipliedBy(preBackoff).plus(greatestDelay.multipliedBy(postBackoff));
        for (int i = 0; i < backoff; i++) {
            total = total.plus(curve.delay(i, backoff, leastDelay, greatestDelay));
        }
        return total;
    }
}
