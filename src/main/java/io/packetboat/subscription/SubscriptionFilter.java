package io.packetboat.subscription;

import io.packetboat.filter.FilterLimits;
import io.packetboat.filter.FilterPolicy;
import io.packetboat.filter.FilterScope;
import io.packetboat.filter.PolicyKey;

/**
 * The filter policy of a subscription, as it is kept: checked when it was set, and not compiled again for each subscription
 * that is read.
 *
 * @param text the policy's JSON, exactly as it was given
 * @param key the same for all equal policies
 */
public record SubscriptionFilter(FilterScope scope, String text, PolicyKey key) {

    /** Reads a policy; raises {@link io.packetboat.filter.InvalidFilterPolicy}. */
    static SubscriptionFilter parse(String text, FilterScope scope, FilterLimits limits) {
        return new SubscriptionFilter(
                scope, text, FilterPolicy.parse(text, scope, limits).key());
    }

    /** The policy in the form that can be evaluated. */
    public FilterPolicy policy() {
        return FilterPolicy.accepted(text, scope, key);
    }
}
