package io.packetboat.kernel.messaging;

import io.packetboat.kernel.InvalidValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the sender of a message attached to it: values by name, in the order in which they were given.
 *
 * <p>SQS's own limits (ten of them, the characters of a name) are not checked here, since messages of other protocols
 * carry what they like.
 */
public record MessageAttributes(Map<String, Value> values) {
    /** No attributes. */
    public static final MessageAttributes NONE = new MessageAttributes(Map.of());

    public MessageAttributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Optional<Value> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Bytes of all names, data types and values in UTF-8, which SQS counts as part of the message. */
    public long size() {
        long size = 0;
        for (Map.Entry<String, Value> attribute : values.entrySet()) {
            size += Utf8.length(attribute.getKey())
                    + Utf8.length(attribute.getValue().dataType())
                    + attribute.getValue().size();
        }
        return size;
    }

    /** A value with its exact data type: {@code String}, {@code Number} or {@code Binary}, or one of them and a label. */
    public sealed interface Value {
        /** For example {@code Number} or {@code Number.int}. */
        String dataType();

        /** Bytes of the value alone. */
        long size();
    }

    /** Text, or a number as text. */
    public record Text(String dataType, String text) implements Value {

        public Text {
            requireDataType(dataType, "String", "Number");
        }

        public static Text string(String text) {
            return new Text("String", text);
        }

        public static Text number(String number) {
            return new Text("Number", number);
        }

        public boolean isNumber() {
            return dataType.startsWith("Number");
        }

        @Override
        public long size() {
            return Utf8.length(text);
        }
    }

    /** Bytes; nobody may change the array. */
    public record Binary(String dataType, byte[] bytes) implements Value {

        public Binary {
            requireDataType(dataType, "Binary");
        }

        public static Binary of(byte[] bytes) {
            return new Binary("Binary", bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }

    private static void requireDataType(String dataType, String... bases) {
        for (String base : bases) {
            if (dataType.equals(base) || dataType.startsWith(base + ".")) {
                return;
            }
        }
        throw new InvalidValue("dataType", "must be " + String.join(" or ", bases) + ", with or without a label");
    }
}
