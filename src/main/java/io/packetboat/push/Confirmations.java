package io.packetboat.push;

import io.packetboat.fanout.JsonMembers;
import io.packetboat.fanout.NotificationLinks;
import io.packetboat.kernel.Arn;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.signing.SignatureVersion;
import io.packetboat.signing.SignedText;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.topic.TopicMemory;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes what endpoints are asked at the beginning of a subscription, and told at its end. Signing takes about a
 * millisecond. Safe for any number of threads.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html">SNS subscription
 *     confirmation JSON format</a>
 */
public record Confirmations(
        NotificationSignature signature,
        NotificationLinks links,
        SubscriptionArns arns,
        TopicMemory topics,
        Clock clock) {

    /** Asks the endpoint of a subscription whether it is wanted. */
    PushEntry ofBeginning(Subscription pending, String token) {
        String text = "You have chosen to subscribe to the topic "
                + arns.topics().of(pending.topic())
                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.";
        return entry(PushEntry.Kind.SUBSCRIPTION_CONFIRMATION, pending, text, token);
    }

    /** Tells the endpoint of a subscription that is over, and how to have it back. */
    PushEntry ofEnd(Subscription former, String token) {
        String text = "You have chosen to deactivate subscription " + arns.of(former)
                + ".\nTo cancel this operation and restore the subscription, visit the SubscribeURL included in this message.";
        return entry(PushEntry.Kind.UNSUBSCRIBE_CONFIRMATION, former, text, token);
    }

    private PushEntry entry(PushEntry.Kind kind, Subscription subscription, String text, String token) {
        Arn topic = arns.topics().of(subscription.topic());
        String id = UUID.randomUUID().toString();
        String link = links.confirm(topic, token);
        Instant moment = SignedText.presentable(clock.instant());
        SignatureVersion version = topics.signatureVersionOf(subscription.topic());
        SignedText signed = SignedText.confirmation(
                new SignedText.Confirmation(kind.value(), text, id, token, link, moment, topic));
        String body = new JsonMembers()
                .add("Type", kind.value())
                .add("MessageId", id)
                .add("Token", token)
                .add("TopicArn", topic.toString())
                .add("Message", text)
                .add("SubscribeURL", link)
                .add("Timestamp", moment.toString())
                .add("SignatureVersion", version.value())
                .add("Signature", signature.sign(signed, version))
                .add("SigningCertURL", links.certificate(signature.certificate()))
                .text();
        return new PushEntry(kind, id, false, body);
    }
}
