package io.packetboat.broker.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.reader.MapMessageUtil;
import org.apache.activemq.artemis.reader.StreamMessageUtil;
import org.apache.activemq.artemis.reader.TextMessageUtil;
import org.apache.activemq.artemis.utils.collections.TypedProperties;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message of any protocol as text: text as it is, bytes as UTF-8 or, where they are none, base64, a map as a
 * JSON object and a list as a JSON array (with byte arrays as base64), a serialised object as base64.
 */
final class BodyText {
    private BodyText() {}

    static String of(ICoreMessage message) {
        ActiveMQBuffer body = message.getReadOnlyBodyBuffer();
        return switch (message.getType()) {
            case Message.TEXT_TYPE -> text(body);
            case Message.MAP_TYPE -> json(map(body));
            case Message.STREAM_TYPE -> json(list(body));
            case Message.OBJECT_TYPE -> Base64.getEncoder().encodeToString(object(body));
            default -> text(bytes(body));
        };
    }

    private static String text(ActiveMQBuffer body) {
        SimpleString text = TextMessageUtil.readBodyText(body);
        return text == null ? "" : text.toString();
    }

    /** Text of characters that SQS allows; everything else would not survive its XML. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().allMatch(BodyText::isAllowed)) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // bytes, then
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean isAllowed(int unit) {
        return unit >= 0x20 && unit < 0xFFFE || unit == '\t' || unit == '\n' || unit == '\r';
    }

    private static Map<String, Object> map(ActiveMQBuffer body) {
        TypedProperties properties = MapMessageUtil.readBodyMap(body);
        Map<String, Object> map = new TreeMap<>();
        properties.forEach((name, value) -> map.put(name.toString(), value == null ? JsonText.NULL : value));
        return map;
    }

    private static List<Object> list(ActiveMQBuffer body) {
        List<Object> values = new ArrayList<>();
        while (body.readable()) {
            @Nullable Object value = StreamMessageUtil.streamReadObject(body);
            values.add(value == null ? JsonText.NULL : value);
        }
        return values;
    }

    private static String json(Object value) {
        StringBuilder json = new StringBuilder();
        JsonText.append(json, value);
        return json.toString();
    }

    /** The serialised object, before which all of Artemis' protocols write its length; none is an empty body. */
    private static byte[] object(ActiveMQBuffer body) {
        if (body.readableBytes() >= Integer.BYTES) {
            body.skipBytes(Integer.BYTES);
        }
        return bytes(body);
    }

    private static byte[] bytes(ActiveMQBuffer body) {
        byte[] bytes = new byte[body.readableBytes()];
        body.readBytes(bytes);
        return bytes;
    }
}
