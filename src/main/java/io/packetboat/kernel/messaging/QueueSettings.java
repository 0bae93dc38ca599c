package io.packetboat.kernel.messaging;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.util.Optional;

/**
 * What one queue does differently from the defaults; an empty value means the default.
 *
 * @param maxDeliveryAttempts deliveries before a message moves to the dead-letter queue, -1 for no limit
 * @param deadLetterQueue an existing queue that takes the messages that failed too often
 * @param redeliveryDelay how long a message that was given back rests
 * @param redeliveryMultiplier by what the delay grows with every attempt, 1 or more
 * @param maxRedeliveryDelay where the growth ends
 * @param retention how long messages are kept at most, those in the queue already too
 */
public record QueueSettings(
        Optional<Integer> maxDeliveryAttempts,
        Optional<String> deadLetterQueue,
        Optional<Duration> redeliveryDelay,
        Optional<Double> redeliveryMultiplier,
        Optional<Duration> maxRedeliveryDelay,
        Optional<Duration> retention) {

    /** In place of a number of delivery attempts: as many as it takes. */
    public static final int NO_LIMIT = -1;

    /** The defaults in everything. */
    public static final QueueSettings DEFAULTS = new QueueSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public QueueSettings {
        maxDeliveryAttempts.filter(attempts -> attempts != -1 && attempts < 1).ifPresent(wrong -> {
            throw new InvalidValue("maxDeliveryAttempts", "must be at least 1, or -1 for no limit");
        });
        redeliveryMultiplier.filter(multiplier -> !(multiplier >= 1)).ifPresent(wrong -> {
            throw new InvalidValue("redeliveryMultiplier", "must be at least 1");
        });
        requirePositive("redeliveryDelay", redeliveryDelay, true);
        requirePositive("maxRedeliveryDelay", maxRedeliveryDelay, false);
        requirePositive("retention", retention, false);
    }

    public QueueSettings withRetention(Optional<Duration> value) {
        return new QueueSettings(
                maxDeliveryAttempts, deadLetterQueue, redeliveryDelay, redeliveryMultiplier, maxRedeliveryDelay, value);
    }

    /** @param attempts {@link #NO_LIMIT} for messages that never move */
    public QueueSettings withDeadLetters(int attempts, Optional<String> queue) {
        return new QueueSettings(
                Optional.of(attempts), queue, redeliveryDelay, redeliveryMultiplier, maxRedeliveryDelay, retention);
    }

    private static void requirePositive(String field, Optional<Duration> value, boolean orZero) {
        value.filter(duration -> duration.isNegative() || (!orZero && duration.toMillis() == 0))
                .ifPresent(wrong -> {
                    throw new InvalidValue(field, orZero ? "must not be negative" : "must be at least 1 ms");
                });
    }
}
