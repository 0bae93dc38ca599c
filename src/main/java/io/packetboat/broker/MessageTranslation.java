package io.packetboat.broker;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.messaging.MessageContent;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.StoredMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.reader.MapMessageUtil;
import org.apache.activemq.artemis.reader.StreamMessageUtil;
import org.apache.activemq.artemis.reader.TextMessageUtil;
import org.apache.activemq.artemis.utils.collections.TypedProperties;
import org.jspecify.annotations.Nullable;

/** Artemis' messages, of whatever protocol, in our words and back. */
final class MessageTranslation {
    /** The broker property that tells why a message lies in a dead-letter queue. */
    static final SimpleString REASON = SimpleString.of("PACKETBOAT_DLQ_REASON");

    /** Larger bodies are not read into memory for a look. */
    private static final long MAX_SHOWN = 1 << 20;

    /** Marks of the protocols' inner workings, which no sender set. */
    private static final List<String> INNER = List.of("_AMQ_", "__AMQ_", "JMS_AMQP_", "NATIVE_MESSAGE_ID", "mqtt.");

    private MessageTranslation() {}

    static StoredMessage stored(MessageReference reference) {
        Message message = reference.getMessage();
        return new StoredMessage(
                message.getMessageID(),
                String.valueOf(message.getAddress()),
                content(message),
                properties(message),
                headers(reference),
                origin(message));
    }

    private static StoredMessage.Headers headers(MessageReference reference) {
        Message message = reference.getMessage();
        Long scheduled = message.getScheduledDeliveryTime();
        return new StoredMessage.Headers(
                text(message.getUserID()),
                text(message.getCorrelationID()),
                text(message.getReplyTo()),
                text(message.getGroupID()),
                Instant.ofEpochMilli(message.getTimestamp()),
                instant(message.getExpiration()),
                instant(scheduled == null ? 0 : scheduled),
                message.getPriority(),
                message.isDurable(),
                message.getWholeMessageSize(),
                reference.getDeliveryCount());
    }

    private static Optional<StoredMessage.Origin> origin(Message message) {
        Object queue = message.getBrokerProperty(Message.HDR_ORIGINAL_QUEUE);
        if (queue == null) {
            return Optional.empty();
        }
        Object id = message.getBrokerProperty(Message.HDR_ORIG_MESSAGE_ID);
        return Optional.of(new StoredMessage.Origin(
                text(message.getBrokerProperty(Message.HDR_ORIGINAL_ADDRESS)).orElse(queue.toString()),
                queue.toString(),
                id instanceof Number number ? number.longValue() : 0,
                text(message.getBrokerProperty(REASON))));
    }

    private static Map<String, Object> properties(Message message) {
        Map<String, Object> properties = new HashMap<>();
        ICoreMessage core = message.toCore();
        for (SimpleString name : Set.copyOf(core.getPropertyNames())) {
            Object value = core.getObjectProperty(name);
            boolean inner = name.equals(REASON)
                    || INNER.stream().anyMatch(prefix -> name.toString().startsWith(prefix));
            if (!inner && value != null) {
                properties.put(name.toString(), plain(value));
            }
        }
        return properties;
    }

    // A message that a broken client encoded must not hide its queue: it is shown without its body.
    private static MessageContent content(Message message) {
        if (message.getWholeMessageSize() > MAX_SHOWN) {
            return new MessageContent.Withheld("larger than " + MAX_SHOWN + " bytes");
        }
        try {
            return content(message.toCore());
        } catch (RuntimeException e) {
            return new MessageContent.Withheld("not readable: " + e.getMessage());
        }
    }

    private static MessageContent content(ICoreMessage core) {
        ActiveMQBuffer body = core.getReadOnlyBodyBuffer();
        return switch (core.getType()) {
            case Message.TEXT_TYPE -> {
                SimpleString text = TextMessageUtil.readBodyText(body);
                yield text == null ? new MessageContent.Empty() : new MessageContent.Text(text.toString());
            }
            case Message.MAP_TYPE -> {
                TypedProperties map = MapMessageUtil.readBodyMap(body);
                Map<String, Object> entries = new HashMap<>();
                map.forEach((name, value) -> entries.put(name.toString(), plain(value)));
                yield new MessageContent.Mapping(entries);
            }
            case Message.STREAM_TYPE -> new MessageContent.Listing(stream(body));
            case Message.OBJECT_TYPE -> new MessageContent.Serialized(bytes(body));
            case Message.BYTES_TYPE -> new MessageContent.Bytes(bytes(body));
            default -> body.readableBytes() == 0 ? new MessageContent.Empty() : new MessageContent.Bytes(bytes(body));
        };
    }

    private static List<Object> stream(ActiveMQBuffer body) {
        List<Object> values = new ArrayList<>();
        while (body.readable()) {
            Object value = StreamMessageUtil.streamReadObject(body);
            if (value != null) {
                values.add(plain(value));
            }
        }
        return values;
    }

    private static byte[] bytes(ActiveMQBuffer body) {
        byte[] bytes = new byte[body.readableBytes()];
        body.readBytes(bytes);
        return bytes;
    }

    private static Object plain(Object value) {
        return value instanceof SimpleString || value instanceof Character ? value.toString() : value;
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(found ->
                        found instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : found.toString())
                .filter(found -> !found.isEmpty());
    }

    private static Optional<Instant> instant(long epochMillis) {
        return epochMillis > 0 ? Optional.of(Instant.ofEpochMilli(epochMillis)) : Optional.empty();
    }

    static CoreMessage artemis(NewMessage wanted, long id, Instant now) {
        CoreMessage message = new CoreMessage(id, 512);
        write(message, wanted.content());
        wanted.properties().forEach((name, value) -> message.putObjectProperty(name, value));
        wanted.correlationId().ifPresent(message::setCorrelationID);
        message.setPriority((byte) wanted.priority());
        message.setDurable(wanted.durable());
        message.setTimestamp(now.toEpochMilli());
        wanted.timeToLive()
                .ifPresent(time -> message.setExpiration(now.plus(time).toEpochMilli()));
        return message;
    }

    private static void write(CoreMessage message, MessageContent content) {
        ActiveMQBuffer body = message.getBodyBuffer();
        if (content instanceof MessageContent.Text text) {
            message.setType(Message.TEXT_TYPE);
            TextMessageUtil.writeBodyText(body, SimpleString.of(text.text()));
        } else if (content instanceof MessageContent.Bytes bytes) {
            message.setType(Message.BYTES_TYPE);
            body.writeBytes(bytes.bytes());
        } else if (content instanceof MessageContent.Mapping map) {
            message.setType(Message.MAP_TYPE);
            TypedProperties entries = new TypedProperties();
            map.entries()
                    .forEach((name, value) -> TypedProperties.setObjectProperty(SimpleString.of(name), value, entries));
            MapMessageUtil.writeBodyMap(body, entries);
        } else if (!(content instanceof MessageContent.Empty)) {
            throw new InvalidValue("content", "must be text, bytes, a map or nothing");
        }
    }
}
