package io.packetboat.fanout;

import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.kernel.Arn;
import io.packetboat.signing.SignedText;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;

/** Makes what a subscription gets of a message. */
public final class Envelopes {
    private final SubscriptionArns arns;
    private final NotificationLinks links;
    private final Signatures signatures;

    public Envelopes(SubscriptionArns arns, NotificationLinks links, Signatures signatures) {
        this.arns = arns;
        this.links = links;
        this.signatures = signatures;
    }

    /** The body of a queue's copy: the message alone where it is wanted raw, else within an envelope. */
    String bodyFor(Subscription subscription, Publication publication) {
        String message = publication.bodyFor(subscription.endpoint().protocol());
        if (subscription.attributes().raw()) {
            return message;
        }
        Arn topic = arns.topics().of(subscription.topic());
        ReadMessage content = publication.message();
        Signatures.Content signed = new Signatures.Content(
                message, content.id().value(), publication.subject(), SignedText.presentable(content.sent()), topic);
        return new Envelope(
                        topic,
                        publication,
                        message,
                        links.unsubscribe(arns.of(subscription)),
                        signatures.of(subscription.topic(), signed))
                .text();
    }
}
