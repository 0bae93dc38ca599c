package io.packetboat.fanout;

import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import io.packetboat.signing.SignedText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * A message as JSON, as SNS writes it to those who did not ask for it raw.
 *
 * @param message what the subscriber's protocol gets
 * @param unsubscribe the address that ends the subscription
 * @param signed the signature, where there is one
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html">SNS notification JSON format</a>
 */
record Envelope(
        Arn topic, Publication publication, String message, String unsubscribe, Optional<Signatures.Signed> signed) {
    static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The JSON text, member by line. */
    String text() {
        ReadMessage content = publication.message();
        JsonMembers members = new JsonMembers()
                .add("Type", "Notification")
                .add("MessageId", content.id().value());
        content.sequence().ifPresent(sequence -> members.add("SequenceNumber", sequence.toString()));
        members.add("TopicArn", topic.toString());
        publication.subject().ifPresent(subject -> members.add("Subject", subject));
        members.add("Message", message).add("Timestamp", TIMESTAMP.format(SignedText.presentable(content.sent())));
        signed.ifPresent(by -> members.add("SignatureVersion", by.version().value())
                .add("Signature", by.signature())
                .add("SigningCertURL", by.certificateUrl()));
        members.add("UnsubscribeURL", unsubscribe);
        publication.replay().ifPresent(replay -> members.addJson("Replayed", "true"));
        if (!content.attributes().isEmpty()) {
            members.addJson("MessageAttributes", "{\n" + attributes(content.attributes()) + "\n  }");
        }
        return members.text();
    }

    private static String attributes(MessageAttributes attributes) {
        StringBuilder text = new StringBuilder();
        for (Iterator<Map.Entry<String, Value>> entries =
                        attributes.values().entrySet().iterator();
                entries.hasNext(); ) {
            Map.Entry<String, Value> entry = entries.next();
            text.append("    ")
                    .append(JsonMembers.quoted(entry.getKey()))
                    .append(" : {\"Type\":")
                    .append(JsonMembers.quoted(entry.getValue().dataType()))
                    .append(",\"Value\":")
                    .append(JsonMembers.quoted(valueOf(entry.getValue())))
                    .append(entries.hasNext() ? "},\n" : "}");
        }
        return text.toString();
    }

    private static String valueOf(Value value) {
        if (value instanceof Text text) {
            return text.text();
        }
        if (value instanceof Binary binary) {
            return Base64.getEncoder().encodeToString(binary.bytes());
        }
        throw new IllegalStateException("an attribute is text or binary");
    }
}
