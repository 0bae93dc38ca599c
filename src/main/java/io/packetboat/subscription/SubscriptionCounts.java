package io.packetboat.subscription;

/**
 * How many subscriptions a topic has.
 *
 * @param deleted those that were ended since the topic was defined
 */
public record SubscriptionCounts(long confirmed, long pending, long deleted) {
    static final SubscriptionCounts NONE = new SubscriptionCounts(0, 0, 0);
}
