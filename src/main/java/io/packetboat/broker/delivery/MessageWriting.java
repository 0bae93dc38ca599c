package io.packetboat.broker.delivery;

import io.packetboat.kernel.messaging.MessageAttributes;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.reader.TextMessageUtil;

/**
 * A message of SQS as the broker stores it: a JMS text message with typed properties.
 *
 * <p>A {@code String} is a string property, a {@code Number} a long or double where that keeps every digit and else a
 * string, a {@code Binary} a byte array. Labels and what a property's type does not tell are kept beside.
 */
final class MessageWriting {
    /** Certain to fit into a long. */
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private static final Pattern BROKEN = Pattern.compile("-?\\d{1,17}\\.\\d{1,17}");

    private MessageWriting() {}

    static CoreMessage core(MessageToSend message, long id) {
        CoreMessage core = new CoreMessage(id, 64 + 2 * message.body().length());
        core.setType(Message.TEXT_TYPE);
        TextMessageUtil.writeBodyText(core.getBodyBuffer(), SimpleString.of(message.body()));
        core.setUserID(artemis(message.id()));
        core.setDurable(true);
        core.setPriority((byte) 4);
        core.setTimestamp(message.sent().toEpochMilli());
        if (!message.delay().isZero()) {
            core.setScheduledDeliveryTime(message.sent().plus(message.delay()).toEpochMilli());
        }
        message.group().ifPresent(group -> core.setGroupID(SimpleString.of(group.value())));
        message.senderId().ifPresent(sender -> core.putStringProperty(SqsProperties.SENDER, SimpleString.of(sender)));
        message.sequence().ifPresent(sequence -> core.putLongProperty(SqsProperties.SEQUENCE, sequence.value()));
        message.deduplicationId()
                .ifPresent(deduplication ->
                        core.putStringProperty(SqsProperties.DEDUPLICATION, SimpleString.of(deduplication.value())));
        message.traceHeader().ifPresent(trace -> core.putStringProperty(SqsProperties.TRACE, SimpleString.of(trace)));
        message.attributes().values().forEach((name, value) -> put(core, name, value));
        return core;
    }

    /** Artemis makes every UUID one of this type when it reads it back. */
    private static org.apache.activemq.artemis.utils.UUID artemis(UUID id) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new org.apache.activemq.artemis.utils.UUID(
                org.apache.activemq.artemis.utils.UUID.TYPE_TIME_BASED, bytes);
    }

    private static void put(CoreMessage core, String name, MessageAttributes.Value value) {
        String plainType;
        if (value instanceof MessageAttributes.Binary binary) {
            core.putBytesProperty(name, binary.bytes());
            plainType = "Binary";
        } else if (value instanceof MessageAttributes.Text text) {
            plainType = text.isNumber() ? putNumber(core, name, text.text()) : putString(core, name, text.text());
        } else {
            throw new IllegalStateException("an attribute is text or binary");
        }
        if (!plainType.equals(value.dataType())) {
            core.putStringProperty(SqsProperties.TYPE + name, value.dataType());
        }
    }

    /** Returns the data type that the property alone tells. */
    private static String putNumber(CoreMessage core, String name, String number) {
        if (WHOLE.matcher(number).matches()
                && Long.toString(Long.parseLong(number)).equals(number)) {
            core.putLongProperty(name, Long.parseLong(number));
            return "Number";
        }
        if (BROKEN.matcher(number).matches()
                && Double.toString(Double.parseDouble(number)).equals(number)) {
            core.putDoubleProperty(name, Double.parseDouble(number));
            return "Number";
        }
        return putString(core, name, number);
    }

    private static String putString(CoreMessage core, String name, String text) {
        core.putStringProperty(name, text);
        return "String";
    }
}
