package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.Parameters;
import io.packetboat.aws.operation.RequestRefused;
import io.packetboat.aws.wire.Printable;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.util.Optional;

/** The ids that clients give to messages and receives: letters, digits and punctuation of ASCII, 1 to 128. */
final class Identifier {
    private static final int MAX = 128;

    private Identifier() {}

    static Optional<MessageGroupId> group(Parameters parameters) {
        return read(parameters, "MessageGroupId").map(MessageGroupId::new);
    }

    static Optional<DeduplicationId> deduplication(Parameters parameters) {
        return read(parameters, "MessageDeduplicationId").map(DeduplicationId::new);
    }

    static Optional<String> receiveAttempt(Parameters parameters) {
        return read(parameters, "ReceiveRequestAttemptId");
    }

    private static Optional<String> read(Parameters parameters, String name) {
        Optional<String> value = parameters.text(name);
        value.filter(id -> !isValid(id)).ifPresent(wrong -> {
            throw RequestRefused.invalidValue(
                    name,
                    Printable.of(wrong),
                    name + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
        });
        return value;
    }

    private static boolean isValid(String id) {
        return !id.isEmpty() && id.length() <= MAX && id.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
