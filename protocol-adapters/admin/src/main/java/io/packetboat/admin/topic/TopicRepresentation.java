package io.packetboat.admin.topic;

import io.packetboat.admin.path.PathName;
import io.packetboat.kernel.messaging.TopicState;
import io.packetboat.subscription.CountedTopic;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A topic as it is now. */
@Schema(
        name = "Topic",
        requiredProperties = {"topicName", "path", "subscriptions", "snsSubscriptions", "published", "unheard"})
public record TopicRepresentation(
        String topicName,

        @Schema(
                description = "Where it is on this server, whatever its name holds.",
                examples = "/api/v1/topics/prices")
        String path,

        @Schema(description = "Durable subscriptions of clients.")
        int subscriptions,

        @Schema(description = "Confirmed subscriptions of SNS.")
        long snsSubscriptions,

        @Schema(description = "Messages that reached a subscriber since the start of the broker.")
        long published,

        @Schema(description = "Messages that nobody had subscribed to, since the start of the broker.")
        long unheard) {

    static TopicRepresentation of(CountedTopic counted) {
        TopicState topic = counted.state();
        return new TopicRepresentation(
                topic.name(),
                PathName.of("topics", topic.name()),
                topic.subscriptions(),
                counted.subscriptions(),
                topic.published(),
                topic.unheard());
    }

    /** A topic to make. */
    @Schema(name = "NewTopic", requiredProperties = "topicName")
    public record New(
            @Schema(
                    description = "1 to 512 characters without control characters, `::` and the wildcards * and #.",
                    maxLength = 512)
            String topicName) {}
}
