package io.packetboat.push;

import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.delivery.Admissions;
import io.packetboat.delivery.Delivery;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one subscriber shall get, as it waits in the subscription's queue.
 *
 * @param messageId of the message that was published, or of the question
 * @param raw whether the body is the message alone, without an envelope
 * @param body the envelope as HTTP endpoints get it, a JSON object, unless the message is raw
 */
public record PushEntry(Kind kind, String messageId, boolean raw, String body) {
    private static final String KIND = "kind";
    private static final String MESSAGE_ID = "messageId";
    private static final String RAW = "raw";

    /** Why the subscriber gets it. */
    public enum Kind {
        NOTIFICATION("Notification"),
        /** The question whether the subscription is wanted. */
        SUBSCRIPTION_CONFIRMATION("SubscriptionConfirmation"),
        /** Says that the subscription is over, and how to have it back. */
        UNSUBSCRIBE_CONFIRMATION("UnsubscribeConfirmation");

        private final String value;

        Kind(String value) {
            this.value = value;
        }

        /** SNS's name of the type. */
        public String value() {
            return value;
        }
    }

    boolean isNotification() {
        return kind == Kind.NOTIFICATION;
    }

    /** The entry as it is stored in its queue. */
    MessageToSend message(Instant now) {
        return message(attributes(), now);
    }

    /** The body as a message with these attributes. */
    MessageToSend message(MessageAttributes attributes, Instant now) {
        return new MessageToSend(
                Admissions.randomId(),
                body,
                attributes,
                Instant.ofEpochMilli(now.toEpochMilli()),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What is stored beside the body. */
    MessageAttributes attributes() {
        Map<String, MessageAttributes.Value> values = new LinkedHashMap<>();
        values.put(KIND, Text.string(kind.name()));
        values.put(MESSAGE_ID, Text.string(messageId));
        values.put(RAW, Text.string(Boolean.toString(raw)));
        return new MessageAttributes(values);
    }

    static PushEntry of(Delivery delivery) {
        MessageAttributes attributes = delivery.attributes();
        return new PushEntry(
                text(attributes, KIND).map(Kind::valueOf).orElse(Kind.NOTIFICATION),
                text(attributes, MESSAGE_ID).orElse(delivery.id().value()),
                text(attributes, RAW).map(Boolean::parseBoolean).orElse(false),
                delivery.body());
    }

    private static Optional<String> text(MessageAttributes attributes, String name) {
        return attributes.find(name).filter(Text.class::isInstance).map(value -> ((Text) value).text());
    }
}
