package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Binary;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the attributes of a message that is sent, and the system attribute beside them.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">Message
 *     metadata</a>
 */
final class AttributeReader {
    private static final MapName ATTRIBUTES = MapName.flat("MessageAttributes", "MessageAttribute", "Name", "Value");
    private static final MapName SYSTEM_ATTRIBUTES =
            MapName.flat("MessageSystemAttributes", "MessageSystemAttribute", "Name", "Value");
    private static final String TRACE_HEADER = "AWSTraceHeader";
    private static final int MAX_ATTRIBUTES = 10;

    private AttributeReader() {}

    static MessageAttributes attributes(Parameters message) {
        Map<String, Parameters> given = message.structureMap(ATTRIBUTES);
        if (given.isEmpty()) {
            return MessageAttributes.NONE;
        }
        if (given.size() > MAX_ATTRIBUTES) {
            throw AttributeRules.refused("Number of message attributes [" + given.size()
                    + "] exceeds the allowed maximum [" + MAX_ATTRIBUTES + "].");
        }
        Map<String, Value> values = new LinkedHashMap<>();
        given.forEach((name, attribute) -> {
            AttributeRules.requireName(name);
            values.put(name, value(name, attribute));
        });
        return new MessageAttributes(values);
    }

    static Optional<String> traceHeader(Parameters message) {
        Map<String, Parameters> given = message.structureMap(SYSTEM_ATTRIBUTES);
        given.keySet().stream()
                .filter(name -> !name.equals(TRACE_HEADER))
                .findFirst()
                .ifPresent(unknown -> {
                    throw AttributeRules.refused("Message system attribute name '" + AttributeRules.shown(unknown)
                            + "' is invalid. You can only use the following message system attributes: " + TRACE_HEADER
                            + ".");
                });
        return Optional.ofNullable(given.get(TRACE_HEADER)).map(attribute -> {
            if (value(TRACE_HEADER, attribute) instanceof Text text
                    && text.dataType().equals("String")) {
                return text.text();
            }
            throw AttributeRules.refused("Message system attribute '" + TRACE_HEADER + "' must be of type 'String'.");
        });
    }

    private static Value value(String name, Parameters attribute) {
        if (attribute.has("StringListValues") && !isEmptyList(attribute, "StringListValues")
                || attribute.has("BinaryListValues") && !isEmptyList(attribute, "BinaryListValues")) {
            throw new RequestRefused(
                    SqsErrors.UNSUPPORTED_OPERATION,
                    "Message attribute list values in SendMessage operation are not supported.");
        }
        String dataType = attribute.text("DataType").orElse("");
        AttributeRules.requireDataType(name, dataType);
        Optional<String> text = attribute.text("StringValue");
        Optional<byte[]> bytes = attribute.binary("BinaryValue");
        if (dataType.startsWith("Binary")) {
            AttributeRules.requireOnly(name, dataType, text.isPresent(), "BinaryValue");
            return new Binary(dataType, bytes.filter(value -> value.length > 0).orElseThrow(() -> empty(name)));
        }
        AttributeRules.requireOnly(name, dataType, bytes.isPresent(), "StringValue");
        String value = text.filter(given -> !given.isEmpty()).orElseThrow(() -> empty(name));
        if (dataType.startsWith("Number")) {
            AttributeRules.requireNumber(name, value);
        } else {
            AttributeRules.requireCharacters(name, value);
        }
        return new Text(dataType, value);
    }

    /** The .NET and old Java SDKs send empty lists along. */
    private static boolean isEmptyList(Parameters attribute, String list) {
        return attribute.texts(ListName.flat(list, list)).isEmpty();
    }

    private static RequestRefused empty(String name) {
        return AttributeRules.refused("The message attribute '" + AttributeRules.shown(name)
                + "' must contain a non-empty message attribute value.");
    }
}
