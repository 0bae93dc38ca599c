package io.packetboat.push;

import io.packetboat.delivery.Delivery;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one subscriber shall get, as it waits in the subscription's queue.
 *
 * @param messageId of the message that was published
 * @param raw whether the body is the message alone, without an envelope
 * @param body as the subscriber gets it
 */
record PushEntry(Kind kind, String messageId, boolean raw, String body) {
    private static final String KIND = "kind";
    private static final String MESSAGE_ID = "messageId";
    private static final String RAW = "raw";

    /** Why the subscriber gets it. */
    enum Kind {
        NOTIFICATION("Notification"),
        SUBSCRIPTION_CONFIRMATION("SubscriptionConfirmation");

        private final String value;

        Kind(String value) {
            this.value = value;
        }

        /** SNS's name of the type. */
        String value() {
            return value;
        }
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
