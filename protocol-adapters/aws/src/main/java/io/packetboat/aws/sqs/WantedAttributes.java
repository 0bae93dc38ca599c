package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.ListName;
import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.kernel.messaging.MessageAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which attributes a receiver wants to see.
 *
 * @param system names of system attributes, or All
 * @param messageNames names of message attributes; {@code All} and {@code .*} mean every one, {@code bar.*} those that
 *     begin with {@code bar}
 */
record WantedAttributes(Set<String> system, List<String> messageNames) {
    private static final String ALL = "All";
    private static final String WILDCARD = ".*";
    private static final ListName ATTRIBUTE_NAMES = ListName.flat("AttributeNames", "AttributeName");
    private static final ListName SYSTEM_NAMES =
            ListName.flat("MessageSystemAttributeNames", "MessageSystemAttributeName");
    private static final ListName MESSAGE_NAMES = ListName.flat("MessageAttributeNames", "MessageAttributeName");

    WantedAttributes {
        system = Set.copyOf(system);
        messageNames = List.copyOf(messageNames);
    }

    static WantedAttributes read(Parameters parameters) {
        List<String> system = new ArrayList<>(parameters.texts(ATTRIBUTE_NAMES));
        system.addAll(parameters.texts(SYSTEM_NAMES));
        system.forEach(WantedAttributes::requireKnown);
        return new WantedAttributes(Set.copyOf(system), parameters.texts(MESSAGE_NAMES));
    }

    boolean wants(SystemAttribute attribute) {
        return system.contains(ALL) || system.contains(attribute.wireName());
    }

    /** Those of a message's attributes that are wanted. */
    MessageAttributes of(MessageAttributes all) {
        if (messageNames.isEmpty() || all.isEmpty()) {
            return MessageAttributes.NONE;
        }
        if (messageNames.contains(ALL) || messageNames.contains(WILDCARD)) {
            return all;
        }
        Map<String, MessageAttributes.Value> wanted = new LinkedHashMap<>(all.values());
        wanted.keySet().removeIf(name -> messageNames.stream().noneMatch(pattern -> matches(name, pattern)));
        return new MessageAttributes(wanted);
    }

    private static boolean matches(String name, String pattern) {
        if (pattern.endsWith(WILDCARD)) {
            return name.startsWith(pattern.substring(0, pattern.length() - WILDCARD.length()));
        }
        return name.equals(pattern);
    }

    private static void requireKnown(String name) {
        if (!name.equals(ALL) && !SystemAttribute.NAMES.contains(name)) {
            throw new RequestRefused(SqsErrors.INVALID_ATTRIBUTE_NAME, "Unknown Attribute " + Printable.of(name) + ".");
        }
    }
}
