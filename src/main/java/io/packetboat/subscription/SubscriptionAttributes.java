package io.packetboat.subscription;

import io.packetboat.filter.FilterScope;
import io.packetboat.kernel.QueueName;
import io.packetboat.retry.DeliveryPolicy;
import java.util.Optional;

/**
 * The terms of a subscription.
 *
 * @param raw whether messages come without an envelope
 * @param filterScope what a filter policy looks at, be there one or not
 * @param filter which messages are wanted; absent for all
 * @param deliveryPolicy for HTTP endpoints
 * @param deadLetterQueue where messages go that could not be delivered
 */
public record SubscriptionAttributes(
        boolean raw,
        FilterScope filterScope,
        Optional<SubscriptionFilter> filter,
        Optional<DeliveryPolicy> deliveryPolicy,
        Optional<QueueName> deadLetterQueue) {

    /** What a subscription begins with. */
    public static final SubscriptionAttributes DEFAULTS = new SubscriptionAttributes(
            false, FilterScope.MESSAGE_ATTRIBUTES, Optional.empty(), Optional.empty(), Optional.empty());

    SubscriptionAttributes withRaw(boolean value) {
        return new SubscriptionAttributes(value, filterScope, filter, deliveryPolicy, deadLetterQueue);
    }

    SubscriptionAttributes withFilter(FilterScope scope, Optional<SubscriptionFilter> value) {
        return new SubscriptionAttributes(raw, scope, value, deliveryPolicy, deadLetterQueue);
    }

    SubscriptionAttributes withDeliveryPolicy(Optional<DeliveryPolicy> value) {
        return new SubscriptionAttributes(raw, filterScope, filter, value, deadLetterQueue);
    }

    SubscriptionAttributes withDeadLetterQueue(Optional<QueueName> value) {
        return new SubscriptionAttributes(raw, filterScope, filter, deliveryPolicy, value);
    }
}
