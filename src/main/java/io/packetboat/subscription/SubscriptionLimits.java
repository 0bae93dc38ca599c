package io.packetboat.subscription;

import io.packetboat.filter.FilterLimits;
import io.packetboat.kernel.InvalidValue;

/**
 * How many subscriptions and filter policies there may be.
 *
 * @param perTopic subscriptions of a standard topic
 * @param perFifoTopic subscriptions of a FIFO topic
 * @param policiesPerTopic subscriptions of a topic that have a filter policy
 * @param filter how large and intricate each policy may be
 */
public record SubscriptionLimits(long perTopic, long perFifoTopic, long policiesPerTopic, FilterLimits filter) {
    /** Those of Amazon SNS. */
    public static final SubscriptionLimits AWS = new SubscriptionLimits(12_500_000, 100, 200, FilterLimits.AWS);

    public SubscriptionLimits {
        if (perTopic < 1 || perFifoTopic < 1 || policiesPerTopic < 1) {
            throw new InvalidValue("subscriptionLimits", "must be at least 1");
        }
    }
}
