package io.packetboat.admin.topic;

import io.packetboat.admin.path.PathName;
import io.packetboat.kernel.QueueName;
import io.packetboat.subscription.DeliveryReport;
import io.packetboat.subscription.ReportedSubscription;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionFilter;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription of SNS, with how deliveries to it go. */
@Schema(
        name = "SnsSubscription",
        requiredProperties = {
            "subscriptionId",
            "path",
            "arn",
            "topicName",
            "protocol",
            "endpoint",
            "owner",
            "confirmed",
            "created",
            "rawDelivery",
            "filterPolicyScope"
        })
public record SnsSubscriptionRepresentation(
        String subscriptionId,

        @Schema(description = "Where it is on this server.") String path,

        String arn,

        String topicName,

        @Schema(
                description = "SNS's name of it, or `mqtt`.",
                examples = {"sqs", "https"})
        String protocol,

        @Schema(description = "The queue's name, a URL without its password, an address, an ARN or a number.")
        String endpoint,

        @Schema(description = "The user that subscribed it.")
        String owner,

        @Schema(description = "Whether it gets messages; if not, its endpoint has yet to confirm it.")
        boolean confirmed,

        Instant created,

        @Schema(description = "Whether messages come alone, without an envelope.")
        boolean rawDelivery,

        @Schema(description = "As it was given; absent if it gets all messages.")
        Optional<String> filterPolicy,

        @Schema(description = "`MESSAGE_ATTRIBUTES` or `MESSAGE_BODY`.")
        String filterPolicyScope,

        @Schema(description = "The queue for what cannot be delivered.")
        Optional<String> deadLetterQueue,

        @Schema(description = "Absent if nothing was to be delivered lately.")
        Optional<Delivery> delivery) {

    static SnsSubscriptionRepresentation of(ReportedSubscription reported) {
        Subscription subscription = reported.subscription();
        return new SnsSubscriptionRepresentation(
                subscription.id().value(),
                PathName.of("sns-subscriptions", subscription.id().value()),
                reported.arn().toString(),
                subscription.topic().value(),
                subscription.endpoint().protocol(),
                subscription.endpoint().shown(),
                subscription.owner().value(),
                subscription.isConfirmed(),
                subscription.createdAt(),
                subscription.attributes().raw(),
                subscription.attributes().filter().map(SubscriptionFilter::text),
                subscription.attributes().filterScope().name(),
                subscription.attributes().deadLetterQueue().map(QueueName::value),
                reported.report().map(Delivery::of));
    }

    /** How deliveries have gone. */
    @Schema(
            name = "SnsDelivery",
            description = "Since the start of the node.",
            requiredProperties = {"delivered", "deadLettered", "failed", "failedAttempts", "down", "backlog"})
    public record Delivery(
            @Schema(description = "Messages that the endpoint took.")
            long delivered,

            @Schema(description = "Messages that were given up and went to the dead-letter queue.")
            long deadLettered,

            @Schema(description = "Messages that were given up and went nowhere.")
            long failed,

            @Schema(description = "Attempts that did not work, whatever became of the message.")
            long failedAttempts,

            Optional<Instant> lastSuccess,

            Optional<Problem> lastError,

            @Schema(description = "When the message of the last failed attempt is tried again.")
            Optional<Instant> nextRetry,

            @Schema(description = "Whether the endpoint is being spared because nothing worked lately.")
            boolean down,

            @Schema(description = "Messages that wait; for a queue those of the topic, on their way to all its queues.")
            long backlog) {

        private static Delivery of(DeliveryReport report) {
            return new Delivery(
                    report.delivered(),
                    report.deadLettered(),
                    report.failed(),
                    report.attemptsFailed(),
                    report.lastSuccess(),
                    report.lastError().map(problem -> new Problem(problem.when(), problem.why())),
                    report.retryAt(),
                    report.down(),
                    report.backlog());
        }
    }

    /** When and why something could not be delivered. */
    @Schema(
            name = "SnsDeliveryProblem",
            requiredProperties = {"when", "reason"})
    public record Problem(Instant when, String reason) {}
}
