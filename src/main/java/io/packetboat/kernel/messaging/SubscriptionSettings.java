package io.packetboat.kernel.messaging;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.util.Optional;

/**
 * What one durable subscription does differently from the defaults.
 *
 * @param retention how long messages are kept at most; without limit if empty
 */
public record SubscriptionSettings(Optional<Duration> retention) {

    /** The defaults in everything. */
    public static final SubscriptionSettings DEFAULTS = new SubscriptionSettings(Optional.empty());

    public SubscriptionSettings {
        retention.filter(time -> time.isNegative() || time.isZero()).ifPresent(wrong -> {
            throw new InvalidValue("retention", "must be longer than nothing");
        });
    }
}
