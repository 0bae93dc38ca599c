package io.packetboat.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.packetboat.kernel.messaging.MessageAttributes;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a message as the JSON object that policies are matched against: a {@code Number} as a number, a {@code
 * String.Array} as its elements, {@code Binary} not at all.
 */
final class AttributeDocument {
    private static final String ARRAY = "String.Array";

    private AttributeDocument() {}

    static ObjectNode of(MessageAttributes attributes) {
        ObjectNode document = PolicyJson.NODES.objectNode();
        for (Map.Entry<String, MessageAttributes.Value> attribute :
                attributes.values().entrySet()) {
            if (attribute.getValue() instanceof MessageAttributes.Text text) {
                document.set(attribute.getKey(), node(text));
            }
        }
        return document;
    }

    private static JsonNode node(MessageAttributes.Text text) {
        Optional<JsonNode> special = Optional.empty();
        if (text.isNumber()) {
            special = number(text.text());
        } else if (text.dataType().equals(ARRAY)) {
            special = array(text.text());
        }
        return special.orElseGet(() -> PolicyJson.NODES.textNode(text.text()));
    }

    /** Empty for what other protocols call a number and JSON does not, such as NaN. */
    private static Optional<JsonNode> number(String text) {
        try {
            return Optional.of(PolicyJson.NODES.numberNode(new BigDecimal(text.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> array(String text) {
        try {
            return Optional.of(PolicyJson.message(text)).filter(JsonNode::isArray);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
