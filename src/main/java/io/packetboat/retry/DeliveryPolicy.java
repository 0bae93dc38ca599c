package io.packetboat.retry;

import java.util.Optional;

/**
 * A topic's or subscription's wishes on delivery to HTTP endpoints; what it leaves open others decide.
 *
 * <p>Equal when the texts are.
 */
public final class DeliveryPolicy {
    private final String text;
    private final Wishes wishes;

    /**
     * What a policy asks for.
     *
     * @param maxReceivesPerSecond deliveries a second and subscription, at least 1
     * @param contentType of raw and enveloped bodies
     * @param overridable whether subscriptions of a topic may have policies of their own
     */
    record Wishes(
            Optional<RetryPolicy> retry,
            Optional<Integer> maxReceivesPerSecond,
            Optional<String> contentType,
            boolean overridable) {}

    DeliveryPolicy(String text, Wishes wishes) {
        this.text = text;
        this.wishes = wishes;
    }

    /** Reads a subscription's policy; raises {@link InvalidDeliveryPolicy} for one with anything that is not known. */
    public static DeliveryPolicy ofSubscription(String json) {
        return new DeliveryPolicy(json, DeliveryPolicyReader.subscription(json));
    }

    /** Reads a topic's policy, which has everything below {@code http}; raises {@link InvalidDeliveryPolicy}. */
    public static DeliveryPolicy ofTopic(String json) {
        return new DeliveryPolicy(json, DeliveryPolicyReader.topic(json));
    }

    /** What applies to a subscription: its own wishes, else the topic's, else the defaults. */
    public static EffectiveDelivery effective(Optional<DeliveryPolicy> topic, Optional<DeliveryPolicy> subscription) {
        Optional<Wishes> general = topic.map(policy -> policy.wishes);
        boolean overridable = general.map(Wishes::overridable).orElse(true);
        Optional<Wishes> own = subscription.map(policy -> policy.wishes).filter(any -> overridable);
        return new EffectiveDelivery(
                own.flatMap(Wishes::retry)
                        .or(() -> general.flatMap(Wishes::retry))
                        .orElse(RetryPolicy.DEFAULT),
                own.flatMap(Wishes::maxReceivesPerSecond).or(() -> general.flatMap(Wishes::maxReceivesPerSecond)),
                own.flatMap(Wishes::contentType)
                        .or(() -> general.flatMap(Wishes::contentType))
                        .orElse(EffectiveDelivery.DEFAULT_CONTENT_TYPE),
                overridable);
    }

    /** The policy's JSON, exactly as it was given. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeliveryPolicy policy && policy.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
