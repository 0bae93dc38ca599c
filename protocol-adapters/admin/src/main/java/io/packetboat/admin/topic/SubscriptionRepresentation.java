package io.packetboat.admin.topic;

import io.packetboat.admin.path.PathName;
import io.packetboat.admin.queue.MessageCounts;
import io.packetboat.kernel.messaging.QueueState;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A durable subscription of a topic, with the messages that wait for it. */
@Schema(
        name = "Subscription",
        requiredProperties = {"subscriptionName", "topicName", "path", "paused", "consumers", "numbers"})
public record SubscriptionRepresentation(
        @Schema(description = "The name of the queue that keeps its messages.")
        String subscriptionName,

        String topicName,

        @Schema(description = "Where it is on this server, whatever its name holds.")
        String path,

        @Schema(description = "Whether delivery is stopped by an operator.")
        boolean paused,

        @Schema(description = "The selector that limits what it gets.")
        Optional<String> filter,

        @Schema(description = "The user that made it, if one did.")
        Optional<String> creator,

        @Schema(description = "Clients that are attached now.")
        int consumers,

        MessageCounts numbers) {

    static SubscriptionRepresentation of(QueueState queue) {
        String topic = PathName.of("topics", queue.address());
        return new SubscriptionRepresentation(
                queue.name(),
                queue.address(),
                PathName.below(topic, "subscriptions", queue.name()),
                queue.paused(),
                queue.filter(),
                queue.creator(),
                queue.consumers(),
                MessageCounts.of(queue.numbers()));
    }
}
