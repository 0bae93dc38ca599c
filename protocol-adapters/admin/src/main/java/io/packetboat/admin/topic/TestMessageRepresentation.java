package io.packetboat.admin.topic;

import io.packetboat.fanout.TestMessages;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A test message that was sent to one subscription. */
@Schema(name = "TestMessage", requiredProperties = "messageId")
public record TestMessageRepresentation(
        String messageId,

        @Schema(
                description =
                        "Why it cannot be delivered. Absent when it is in its queue, or on its way to another endpoint,"
                                + " whose state then tells what became of it.")
        Optional<String> problem) {

    static TestMessageRepresentation of(TestMessages.Outcome outcome) {
        return new TestMessageRepresentation(outcome.message().value(), outcome.problem());
    }
}
