package io.packetboat.subscription;

import io.packetboat.filter.PolicyKey;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import java.time.Instant;
import java.util.Optional;

/**
 * An endpoint's subscription to a topic; immutable.
 *
 * @param owner who subscribed it
 * @param confirmation whether it gets messages yet
 */
public record Subscription(
        SubscriptionId id,
        TopicName topic,
        Endpoint endpoint,
        UserName owner,
        Confirmation confirmation,
        SubscriptionAttributes attributes,
        Instant createdAt) {

    /** How a subscription came to be valid. */
    public enum Confirmation {
        /** Nobody has confirmed it; it gets no messages, and is forgotten after two days. */
        PENDING,
        /** Whoever had the token confirmed it; whoever has the link may end it. */
        BY_LINK,
        /** A user of this node confirmed it; whoever has the link may end it. */
        BY_USER,
        /** A user of this node made or confirmed it, and only users may end it. */
        LOCKED
    }

    public boolean isConfirmed() {
        return confirmation != Confirmation.PENDING;
    }

    /** Whether it was a user of this node who confirmed it. */
    public boolean isConfirmedByUser() {
        return confirmation == Confirmation.BY_USER || confirmation == Confirmation.LOCKED;
    }

    /** Whether whoever has the link in its messages may end it. */
    public boolean endsByLink() {
        return confirmation == Confirmation.BY_LINK || confirmation == Confirmation.BY_USER;
    }

    /** The key of its filter policy; empty if it wants all messages. */
    public Optional<PolicyKey> policyKey() {
        return attributes.filter().map(SubscriptionFilter::key);
    }

    Subscription with(SubscriptionAttributes value) {
        return new Subscription(id, topic, endpoint, owner, confirmation, value, createdAt);
    }

    /** Another one on the same terms, which has to be confirmed. */
    Subscription renewed(SubscriptionId newId, Instant now) {
        return new Subscription(newId, topic, endpoint, owner, Confirmation.PENDING, attributes, now);
    }

    Subscription confirmed(Confirmation value) {
        return new Subscription(id, topic, endpoint, owner, value, attributes, createdAt);
    }
}
