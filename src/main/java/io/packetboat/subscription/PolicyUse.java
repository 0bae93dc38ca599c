package io.packetboat.subscription;

import java.util.Optional;

/**
 * A distinct filter policy of a topic's confirmed subscriptions, or the absence of one.
 *
 * @param filter as one of the subscriptions has it; empty for those that want all messages
 * @param subscriptions how many have it, at least 1
 */
public record PolicyUse(Optional<SubscriptionFilter> filter, long subscriptions) {}
