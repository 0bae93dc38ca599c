package io.packetboat.subscription;

import io.packetboat.filter.FilterLimits;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.subscription.Subscription.Confirmation;
import io.packetboat.topic.TopicAttributeChange;
import io.packetboat.topic.TopicAttributes;
import io.packetboat.topic.TopicDefinition;
import io.packetboat.topic.TopicNotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscriptions that are confirmed where they lead to a queue, and pending otherwise. */
public final class TestingSubscriptions extends Subscriptions {
    private static final SubscriptionId ID = new SubscriptionId("11111111-2222-4333-8444-555555555555");
    private static final SubscriptionId MISSING = new SubscriptionId("00000000-0000-4000-8000-000000000000");

    private static Subscription subscription(
            TopicName topic, Endpoint endpoint, List<SubscriptionAttributeChange> terms) {
        return new Subscription(
                ID,
                topic,
                endpoint,
                new UserName("alice"),
                endpoint.confirmsItself() ? Confirmation.LOCKED : Confirmation.PENDING,
                SubscriptionAttributeChange.applyAll(
                        terms, SubscriptionAttributes.DEFAULTS, endpoint, FilterLimits.AWS),
                Instant.EPOCH);
    }

    @Override
    public Subscription subscribe(
            Caller caller, TopicName topic, Endpoint endpoint, List<SubscriptionAttributeChange> terms) {
        if (topic.value().equals("full")) {
            throw new SubscriptionLimitReached(12_500_000);
        }
        if (endpoint.protocol().equals("sms")) {
            PushEndpoints.NONE.require(endpoint);
        }
        return subscription(topic, endpoint, terms);
    }

    @Override
    public Subscription confirm(Caller caller, TopicName topic, String token, boolean locked) {
        if (token.startsWith("0")) {
            throw new SubscriptionRefused("Token");
        }
        return subscription(topic, new Endpoint.EmailEndpoint("a@example.org", false), List.of());
    }

    @Override
    public void end(Caller caller, SubscriptionId id) {}

    @Override
    public void change(Caller caller, SubscriptionId id, List<SubscriptionAttributeChange> changes) {
        require(id);
        Endpoint queue = new Endpoint.QueueEndpoint(new QueueName("orders"));
        var unused = subscription(new TopicName("prices"), queue, changes);
    }

    private static void require(SubscriptionId id) {
        if (id.equals(MISSING)) {
            throw new NoSuchSubscription(id);
        }
    }

    @Override
    public DescribedSubscription describe(Caller caller, SubscriptionId id) {
        require(id);
        Subscription subscription = subscription(
                new TopicName("prices"),
                Endpoint.of("https", "https://example.org/a?b=c"),
                List.of(
                        new SubscriptionAttributeChange.RawDelivery(true),
                        new SubscriptionAttributeChange.Filter(Optional.of("{\"colour\": [\"red\"]}")),
                        new SubscriptionAttributeChange.DeadLetters(Optional.of(new QueueName("dead")))));
        return new DescribedSubscription(
                Arn.parse("arn:aws:sns:us-east-1:000000000000:prices:" + id),
                subscription,
                Optional.of(DeliveryPolicy.effective(Optional.empty(), Optional.empty())),
                Optional.of(new DescribedReplay(
                        new ReplayPolicy(
                                "{\"PointType\":\"Timestamp\",\"StartingPoint\":\"1970-01-01T00:00:00Z\"}",
                                Instant.EPOCH,
                                Optional.empty()),
                        ReplayStatus.IN_PROGRESS)));
    }

    @Override
    public Page<Subscription> list(Caller caller, PageRequest page) {
        return two(new TopicName("prices"), page);
    }

    @Override
    public Page<Subscription> list(Caller caller, TopicName topic, PageRequest page) {
        if (topic.value().equals("missing")) {
            throw new TopicNotFound(topic);
        }
        return two(topic, page);
    }

    private static Page<Subscription> two(TopicName topic, PageRequest page) {
        return new Page<>(
                List.of(
                        subscription(topic, new Endpoint.QueueEndpoint(new QueueName("orders")), List.of()),
                        subscription(topic, new Endpoint.EmailEndpoint("a@example.org", true), List.of())),
                page.after().isEmpty() ? Optional.of(ID.value()) : Optional.empty());
    }

    /** FIFO topics keep messages for 30 days. */
    private static TopicAttributes attributesOf(TopicName topic) {
        TopicAttributes defaults = TopicAttributes.defaultsOf(topic);
        return TopicAttributes.isFifo(topic)
                ? new TopicAttributeChange.Archive(Optional.of(30)).applyTo(defaults, Instant.EPOCH)
                : defaults;
    }

    @Override
    public DescribedTopic describeTopic(Caller caller, TopicName topic) {
        if (topic.value().equals("missing")) {
            throw new TopicNotFound(topic);
        }
        return new DescribedTopic(
                Arn.parse("arn:aws:sns:us-east-1:000000000000:" + topic),
                new TopicDefinition(topic, attributesOf(topic), true),
                new SubscriptionCounts(3, 2, 1),
                TopicAttributes.isFifo(topic) ? Optional.of(Instant.EPOCH) : Optional.empty());
    }
}
