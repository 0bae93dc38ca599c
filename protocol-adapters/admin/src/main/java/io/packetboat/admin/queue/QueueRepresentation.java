package io.packetboat.admin.queue;

import io.packetboat.admin.path.PathName;
import io.packetboat.kernel.messaging.QueueState;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A queue as it is now. */
@Schema(
        name = "Queue",
        requiredProperties = {"queueName", "path", "paused", "consumers", "numbers"})
public record QueueRepresentation(
        String queueName,

        @Schema(
                description = "Where it is on this server, whatever its name holds.",
                examples = "/api/v1/queues/orders")
        String path,

        @Schema(description = "Whether delivery is stopped by an operator.")
        boolean paused,

        @Schema(description = "The selector that limits what the queue takes.")
        Optional<String> filter,

        @Schema(description = "The user that made it, if one did.")
        Optional<String> creator,

        @Schema(description = "Clients that are attached now.")
        int consumers,

        MessageCounts numbers) {

    static QueueRepresentation of(QueueState queue) {
        return new QueueRepresentation(
                queue.name(),
                PathName.of("queues", queue.name()),
                queue.paused(),
                queue.filter(),
                queue.creator(),
                queue.consumers(),
                MessageCounts.of(queue.numbers()));
    }

    /** A queue to make. */
    @Schema(name = "NewQueue", requiredProperties = "queueName")
    public record New(
            @Schema(
                    description = "1 to 512 characters without control characters, `::` and the wildcards * and #.",
                    maxLength = 512)
            String queueName,

            @Schema(description = "Whether it holds its messages back at first; false unless given.")
            Optional<Boolean> paused,

            @Schema(description = "What it does differently from the defaults.")
            Optional<QueueSettingsRepresentation> settings) {}
}
