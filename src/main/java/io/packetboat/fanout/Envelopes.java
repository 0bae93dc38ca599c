package io.packetboat.fanout;

import io.packetboat.broker.fanout.Publication;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;

/** Makes what a subscription gets of a message. */
public final class Envelopes {
    private final SubscriptionArns arns;
    private final NotificationLinks links;

    public Envelopes(SubscriptionArns arns, NotificationLinks links) {
        this.arns = arns;
        this.links = links;
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
                        links.unsubscribe(arns.of(subscription)))
                .text();
    }
}
