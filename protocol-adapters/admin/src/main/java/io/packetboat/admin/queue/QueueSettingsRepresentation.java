package io.packetboat.admin.queue;

import io.packetboat.admin.json.Seconds;
import io.packetboat.kernel.messaging.QueueSettings;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one queue does differently from the defaults. */
@Schema(name = "QueueSettings", description = "An absent value means the node's default.")
public record QueueSettingsRepresentation(
        @Schema(
                description = "Deliveries before a message moves to the dead-letter queue: 1 or more, or -1 for no"
                        + " limit.")
        Optional<Integer> maxDeliveryAttempts,

        @Schema(description = "The name of an existing queue that takes the messages that failed too often.")
        Optional<String> deadLetterQueue,

        @Schema(description = "How long a message that was given back rests, in seconds.", minimum = "0")
        Optional<Double> redeliveryDelaySeconds,

        @Schema(description = "By what the delay grows with every attempt.", minimum = "1")
        Optional<Double> redeliveryMultiplier,

        @Schema(description = "Where the growth of the delay ends, in seconds.", minimum = "0.001")
        Optional<Double> maxRedeliveryDelaySeconds,

        @Schema(
                description = "How long messages are kept at most, those in the queue already too, in seconds.",
                minimum = "0.001")
        Optional<Double> retentionSeconds) {

    static QueueSettingsRepresentation of(QueueSettings settings) {
        return new QueueSettingsRepresentation(
                settings.maxDeliveryAttempts(),
                settings.deadLetterQueue(),
                settings.redeliveryDelay().map(Seconds::of),
                settings.redeliveryMultiplier(),
                settings.maxRedeliveryDelay().map(Seconds::of),
                settings.retention().map(Seconds::of));
    }

    QueueSettings settings() {
        return new QueueSettings(
                maxDeliveryAttempts,
                deadLetterQueue,
                redeliveryDelaySeconds.map(value -> Seconds.duration("redeliveryDelaySeconds", value)),
                redeliveryMultiplier,
                maxRedeliveryDelaySeconds.map(value -> Seconds.positive("maxRedeliveryDelaySeconds", value)),
                retentionSeconds.map(value -> Seconds.positive("retentionSeconds", value)));
    }
}
