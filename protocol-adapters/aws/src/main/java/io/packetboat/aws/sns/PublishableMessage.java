package io.packetboat.aws.sns;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.fanout.MessageStructure;
import io.packetboat.fanout.Notification;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.Utf8;
import java.util.Map;
import java.util.Optional;

/** Reads a message that is to be published; common to the single publish and the batch. */
final class PublishableMessage {
    private static final int MAX_IDENTIFIER = 128;

    private PublishableMessage() {}

    /** Raises {@code RequestRefused} or {@link io.packetboat.fanout.InvalidNotification} in SNS's words. */
    static Notification read(Parameters parameters) {
        String message = parameters.text("Message").orElse("");
        MessageAttributes attributes = PublishAttributes.read(parameters);
        MessageStructure structure = structure(parameters, message);
        return new Notification(
                structure.body(),
                structure.perProtocol(),
                Utf8.length(message) + attributes.size(),
                parameters.text("Subject"),
                attributes,
                identifier(parameters, "MessageGroupId").map(MessageGroupId::new),
                identifier(parameters, "MessageDeduplicationId").map(DeduplicationId::new));
    }

    private static MessageStructure structure(Parameters parameters, String message) {
        String structure = parameters.text("MessageStructure").orElse("");
        return switch (structure) {
            case "" -> new MessageStructure(message, Map.of());
            case "json" -> MessageStructure.parse(message);
            default -> throw SnsErrors.invalid("MessageStructure");
        };
    }

    private static Optional<String> identifier(Parameters parameters, String name) {
        Optional<String> value = parameters.text(name);
        value.filter(id -> !isIdentifier(id)).ifPresent(wrong -> {
            throw SnsErrors.invalid(name + " Reason: " + name
                    + " can only include alphanumeric and punctuation characters. 1 to 128 in length");
        });
        return value;
    }

    private static boolean isIdentifier(String id) {
        return !id.isEmpty() && id.length() <= MAX_IDENTIFIER && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
