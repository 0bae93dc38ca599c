package io.packetboat.aws.sns;

import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the attributes of a message that is to be published. There may be any number of them.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">SNS message attributes</a>
 */
final class PublishAttributes {
    private static final MapName ATTRIBUTES = MapName.entries("MessageAttributes", "Name", "Value");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern DATA_TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");
    private static final Pattern RESERVED = Pattern.compile("(?i)(aws|amazon)\\..*");
    private static final int MAX_LENGTH = 256;

    private PublishAttributes() {}

    static MessageAttributes read(Parameters message) {
        Map<String, Parameters> given = message.structureMap(ATTRIBUTES);
        if (given.isEmpty()) {
            return MessageAttributes.NONE;
        }
        Map<String, Value> values = new LinkedHashMap<>();
        given.forEach((name, attribute) -> {
            requireName(name);
            values.put(name, value(name, attribute));
        });
        return new MessageAttributes(values);
    }

    private static void requireName(String name) {
        if (name.length() > MAX_LENGTH
                || !NAME.matcher(name).matches()
                || RESERVED.matcher(name).matches()) {
            throw refused("The message attribute name '" + Printable.of(name) + "' is invalid.");
        }
    }

    private static Value value(String name, Parameters attribute) {
        String type = attribute.text("DataType").orElse("");
        if (type.isEmpty()) {
            throw refused(about(name) + " must contain non-empty message attribute type.");
        }
        if (type.length() > MAX_LENGTH || !DATA_TYPE.matcher(type).matches()) {
            throw refused(about(name) + " has an invalid message attribute type, the set of supported type prefixes is"
                    + " Binary, Number, and String.");
        }
        if (type.startsWith("Binary")) {
            return new Binary(
                    type,
                    attribute
                            .binary("BinaryValue")
                            .filter(value -> value.length > 0)
                            .orElseThrow(() -> empty(name, type)));
        }
        Optional<String> text = attribute.text("StringValue").filter(value -> !value.isEmpty());
        String value = text.orElseThrow(() -> empty(name, type));
        if (type.startsWith("Number") && !isNumber(value)) {
            throw refused("Could not cast message attribute '" + Printable.of(name) + "' value to number.");
        }
        return new Text(type, value);
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() <= MAX_LENGTH && new BigDecimal(value.strip()).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static RequestRefused empty(String name, String type) {
        return refused(about(name) + " must contain non-empty message attribute value for message attribute type '"
                + Printable.of(type) + "'.");
    }

    private static String about(String name) {
        return "The message attribute '" + Printable.of(name) + "'";
    }

    private static RequestRefused refused(String message) {
        return new RequestRefused(SnsErrors.INVALID_PARAMETER_VALUE, message);
    }
}
