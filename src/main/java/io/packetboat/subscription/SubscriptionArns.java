package io.packetboat.subscription;

import io.packetboat.kernel.AccountId;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Region;
import io.packetboat.topic.TopicArns;
import java.util.Optional;

/** The ARNs of this node's subscriptions, both ways: the topic's ARN, a colon, and the id. */
public record SubscriptionArns(TopicArns topics) {

    public SubscriptionArns(Region region, AccountId account) {
        this(new TopicArns(region, account));
    }

    public Arn of(Subscription subscription) {
        Arn topic = topics.of(subscription.topic());
        return new Arn(
                topic.partition(),
                topic.service(),
                topic.region(),
                topic.account(),
                topic.resource() + ":" + subscription.id());
    }

    /** The id in the ARN; empty for other services and accounts, and for ARNs of topics. */
    public Optional<SubscriptionId> idIn(Arn arn) {
        int colon = arn.resource().lastIndexOf(':');
        if (colon < 1 || topics.nameIn(arn).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SubscriptionId(arn.resource().substring(colon + 1)));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }
}
