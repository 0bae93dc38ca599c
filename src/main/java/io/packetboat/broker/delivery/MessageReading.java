package io.packetboat.broker.delivery;

import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.jspecify.annotations.Nullable;

/**
 * A stored message in SQS's words, whichever protocol it came by: text stays text, bytes are UTF-8 text or else base64,
 * maps and lists are JSON, and properties are attributes.
 */
final class MessageReading {
    private static final Logger LOG = System.getLogger(MessageReading.class.getName());

    private MessageReading() {}

    static ReadMessage read(MessageReference reference) {
        Message message = reference.getMessage();
        try {
            return read(reference, message.toCore());
        } catch (RuntimeException e) {
            // A message that a broken client encoded must not stop its queue: its receiver can delete it.
            LOG.log(
                    Level.WARNING,
                    "A message cannot be read: queue=" + reference.getQueue().getName() + " id="
                            + message.getMessageID(),
                    e);
            return unreadable(reference, message);
        }
    }

    private static ReadMessage read(MessageReference reference, ICoreMessage core) {
        Object sequence = core.getObjectProperty(SqsProperties.SEQUENCE);
        return new ReadMessage(
                id(reference),
                BodyText.of(core),
                attributes(core),
                Instant.ofEpochMilli(core.getTimestamp()),
                text(core.getObjectProperty(SqsProperties.SENDER)),
                sequence instanceof Long number ? Optional.of(new SequenceNumber(number)) : Optional.empty(),
                text(core.getObjectProperty(SqsProperties.DEDUPLICATION)).map(DeduplicationId::new),
                text(reference.getMessage().getGroupID()).map(MessageGroupId::new),
                text(core.getObjectProperty(SqsProperties.TRACE)),
                text(core.getObjectProperty(Message.HDR_ORIGINAL_QUEUE)));
    }

    private static ReadMessage unreadable(MessageReference reference, Message message) {
        return new ReadMessage(
                derivedId(reference),
                "unreadable",
                MessageAttributes.NONE,
                Instant.ofEpochMilli(message.getTimestamp()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static MessageId id(MessageReference reference) {
        return text(reference.getMessage().getUserID()).map(MessageId::new).orElseGet(() -> derivedId(reference));
    }

    /** For senders without message ids, such as MQTT's: always the same for the same message of the same queue. */
    private static MessageId derivedId(MessageReference reference) {
        byte[] place = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(reference.getQueue().getID())
                .putLong(reference.getMessageID())
                .array();
        return new MessageId(UUID.nameUUIDFromBytes(place).toString());
    }

    private static MessageAttributes attributes(ICoreMessage core) {
        TreeMap<String, MessageAttributes.Value> attributes = new TreeMap<>();
        for (SimpleString property : core.getPropertyNames()) {
            String name = property.toString();
            Object value = SqsProperties.isAttribute(name) ? core.getObjectProperty(property) : null;
            if (value != null) {
                attributes.put(
                        name, attribute(value, core.getObjectProperty(SimpleString.of(SqsProperties.TYPE + name))));
            }
        }
        return attributes.isEmpty() ? MessageAttributes.NONE : new MessageAttributes(attributes);
    }

    private static MessageAttributes.Value attribute(Object value, @Nullable Object type) {
        String exact = type == null ? "" : type.toString();
        if (value instanceof byte[] bytes) {
            return exact.startsWith("Binary")
                    ? new MessageAttributes.Binary(exact, bytes)
                    : MessageAttributes.Binary.of(bytes);
        }
        String text = value.toString();
        if (exact.startsWith("String") || exact.startsWith("Number")) {
            return new MessageAttributes.Text(exact, text);
        }
        return value instanceof Number ? MessageAttributes.Text.number(text) : MessageAttributes.Text.string(text);
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(found ->
                        found instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : found.toString())
                .filter(found -> !found.isEmpty());
    }
}
