package io.packetboat.aws.sqs;

import io.packetboat.policy.ResourcePolicy;
import io.packetboat.queue.DescribedQueue;
import io.packetboat.queue.FifoSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The attributes that GetQueueAttributes answers, in the order of its answer; one that the queue does not have is left out. */
enum QueueAttribute {
    ApproximateNumberOfMessages(queue -> Long.toString(queue.visible())),
    ApproximateNumberOfMessagesDelayed(queue -> Long.toString(queue.delayed())),
    ApproximateNumberOfMessagesNotVisible(queue -> Long.toString(queue.notVisible())),
    ContentBasedDeduplication((queue, redrive) ->
            queue.definition().fifo().map(fifo -> Boolean.toString(fifo.contentBasedDeduplication()))),
    CreatedTimestamp(
            (queue, redrive) -> queue.definition().attributes().createdAt().map(QueueAttribute::seconds)),
    DeduplicationScope((queue, redrive) ->
            queue.definition().fifo().map(FifoSettings::deduplicationScope).map(QueueAttribute::text)),
    DelaySeconds(queue -> seconds(queue.definition().delay())),
    FifoQueue((queue, redrive) -> queue.definition().fifo().map(fifo -> "true")),
    FifoThroughputLimit((queue, redrive) ->
            queue.definition().fifo().map(FifoSettings::throughputLimit).map(QueueAttribute::text)),
    KmsDataKeyReusePeriodSeconds((queue, redrive) -> Optional.empty()),
    KmsMasterKeyId((queue, redrive) -> Optional.empty()),
    LastModifiedTimestamp(
            (queue, redrive) -> queue.definition().attributes().modifiedAt().map(QueueAttribute::seconds)),
    MaximumMessageSize(queue -> Integer.toString(queue.definition().maximumMessageSize())),
    MessageRetentionPeriod((queue, redrive) -> queue.definition().retention().map(QueueAttribute::seconds)),
    Policy((queue, redrive) -> queue.definition().policy().map(ResourcePolicy::text)),
    QueueArn(queue -> queue.arn().toString()),
    ReceiveMessageWaitTimeSeconds(queue -> seconds(queue.definition().receiveWait())),
    RedriveAllowPolicy((queue, redrive) ->
            queue.definition().attributes().redriveAllowPolicy().map(redrive::text)),
    RedrivePolicy((queue, redrive) -> queue.definition().redrivePolicy().map(redrive::text)),
    SqsManagedSseEnabled(queue -> "false"),
    VisibilityTimeout(queue -> seconds(queue.definition().visibilityTimeout()));

    private final BiFunction<DescribedQueue, RedriveTexts, Optional<String>> value;

    QueueAttribute(BiFunction<DescribedQueue, RedriveTexts, Optional<String>> value) {
        this.value = value;
    }

    QueueAttribute(Function<DescribedQueue, String> always) {
        this((queue, redrive) -> Optional.of(always.apply(queue)));
    }

    Optional<String> of(DescribedQueue queue, RedriveTexts redrive) {
        return value.apply(queue, redrive);
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static String seconds(Instant moment) {
        return Long.toString(moment.getEpochSecond());
    }

    private static String text(FifoSettings.DeduplicationScope scope) {
        return switch (scope) {
            case QUEUE -> "queue";
            case MESSAGE_GROUP -> "messageGroup";
        };
    }

    private static String text(FifoSettings.ThroughputLimit limit) {
        return switch (limit) {
            case PER_QUEUE -> "perQueue";
            case PER_MESSAGE_GROUP_ID -> "perMessageGroupId";
        };
    }
}
