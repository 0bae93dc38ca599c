package io.packetboat.subscription;

import io.packetboat.topic.TopicDefinition;
import java.time.Instant;
import java.util.Optional;

/** Topics that keep nothing. */
public final class NoReplays implements SubscriptionReplays {

    @Override
    public Optional<Instant> beginningOf(TopicDefinition topic) {
        return Optional.empty();
    }

    @Override
    public void require(TopicDefinition topic, ReplayPolicy policy) {
        throw new SubscriptionRefused("ReplayPolicy: Topic does not have an ArchivePolicy");
    }

    @Override
    public void begin(Subscription subscription, ReplayPolicy policy) {
        throw new IllegalStateException("it was refused");
    }

    @Override
    public void stop(SubscriptionId subscription) {}

    @Override
    public void forget(SubscriptionId subscription) {}

    @Override
    public Optional<DescribedReplay> find(SubscriptionId subscription) {
        return Optional.empty();
    }
}
