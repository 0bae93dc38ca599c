package io.packetboat.fanout;

import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.fanout.Publication;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import jakarta.json.spi.JsonProvider;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A message as JSON, as SNS writes it to those who did not ask for it raw.
 *
 * @param message what the subscriber's protocol gets
 * @param unsubscribe the address that ends the subscription
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html">SNS notification JSON format</a>
 */
record Envelope(Arn topic, Publication publication, String message, String unsubscribe) {
    private static final JsonProvider JSON = JsonProvider.provider();

    static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The JSON text, member by line. */
    String text() {
        ReadMessage content = publication.message();
        List<String> members = new ArrayList<>();
        members.add(member("Type", "Notification"));
        members.add(member("MessageId", content.id().value()));
        content.sequence().ifPresent(sequence -> members.add(member("SequenceNumber", sequence.toString())));
        members.add(member("TopicArn", topic.toString()));
        publication.subject().ifPresent(subject -> members.add(member("Subject", subject)));
        members.add(member("Message", message));
        members.add(member("Timestamp", TIMESTAMP.format(content.sent())));
        members.add(member("UnsubscribeURL", unsubscribe));
        if (!content.attributes().isEmpty()) {
            members.add("  \"MessageAttributes\" : {\n" + attributes(content.attributes()) + "\n  }");
        }
        return "{\n" + String.join(",\n", members) + "\n}";
    }

    private static String member(String name, String value) {
        return "  " + quoted(name) + " : " + quoted(value);
    }

    private static String quoted(String text) {
        return JSON.createValue(text).toString();
    }

    private static String attributes(MessageAttributes attributes) {
        StringBuilder text = new StringBuilder();
        for (Iterator<Map.Entry<String, Value>> entries =
                        attributes.values().entrySet().iterator();
                entries.hasNext(); ) {
            Map.Entry<String, Value> entry = entries.next();
            text.append("    ")
                    .append(quoted(entry.getKey()))
                    .append(" : {\"Type\":")
                    .append(quoted(entry.getValue().dataType()))
                    .append(",\"Value\":")
                    .append(quoted(valueOf(entry.getValue())))
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
