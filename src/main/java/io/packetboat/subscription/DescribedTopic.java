package io.packetboat.subscription;

import io.packetboat.kernel.Arn;
import io.packetboat.topic.TopicDefinition;

/** A topic with the numbers of its subscriptions. */
public record DescribedTopic(Arn arn, TopicDefinition definition, SubscriptionCounts counts) {}
