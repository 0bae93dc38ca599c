package io.packetboat.subscription;

import io.packetboat.kernel.Arn;
import io.packetboat.topic.TopicDefinition;
import java.time.Instant;
import java.util.Optional;

/**
 * A topic with the numbers of its subscriptions.
 *
 * @param archivedSince from when on it keeps messages; empty if it does not
 */
public record DescribedTopic(
        Arn arn, TopicDefinition definition, SubscriptionCounts counts, Optional<Instant> archivedSince) {}
