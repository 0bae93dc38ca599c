package io.packetboat.subscription;

import io.packetboat.kernel.messaging.TopicState;

/**
 * A topic of the broker.
 *
 * @param subscriptions confirmed ones of SNS
 */
public record CountedTopic(TopicState state, long subscriptions) {}
