package io.packetboat.fanout;

import io.packetboat.broker.fanout.Publication;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;
import java.util.function.UnaryOperator;

/** Makes what a subscription gets of a message. */
public final class Envelopes {
    private final SubscriptionArns arns;
    private final UnaryOperator<String> unsubscribeLink;

    /** @param unsubscribeLink the address that ends the subscription of an ARN */
    public Envelopes(SubscriptionArns arns, UnaryOperator<String> unsubscribeLink) {
        this.arns = arns;
        this.unsubscribeLink = unsubscribeLink;
    }

    /** The body of a queue's copy: the message alone where it is wanted raw, else within an envelope. */
    String bodyFor(Subscription subscription, Publication publication) {
        String message = publication.bodyFor(subscription.endpoint().protocol());
        if (subscription.attributes().raw()) {
            return message;
        }
        return new Envelope(
                        arns.topics().of(subscription.topic()),
                        publication,
                        message,
                        unsubscribeLink.apply(arns.of(subscription).toString()))
                .text();
    }
}
