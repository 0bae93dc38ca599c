package io.packetboat.aws.sqs;

import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.wire.Printable;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.queue.AttributeChange;
import io.packetboat.queue.AttributeRefused;
import io.packetboat.queue.AttributeUnknown;
import io.packetboat.queue.FifoSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queues' attributes as the texts that SQS carries them in.
 *
 * <p>An attribute that promises what this node does not do (encryption with a key of KMS or of SQS) is refused, and never
 * kept for show; the values that promise nothing are taken.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">SetQueueAttributes</a>
 */
record AttributeTexts(RedriveTexts redrive) {
    static final MapName ATTRIBUTES = MapName.flat("Attributes", "Attribute", "Name", "Value");

    List<AttributeChange> changes(Map<String, String> texts) {
        return texts.entrySet().stream()
                .flatMap(entry -> change(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** Empty for a value that changes nothing on any queue. */
    private Optional<AttributeChange> change(String name, String text) {
        return switch (name) {
            case "VisibilityTimeout" -> Optional.of(new AttributeChange.VisibilityTimeout(seconds(name, text)));
            case "DelaySeconds" -> Optional.of(new AttributeChange.Delay(seconds(name, text)));
            case "ReceiveMessageWaitTimeSeconds" -> Optional.of(new AttributeChange.ReceiveWait(seconds(name, text)));
            case "MaximumMessageSize" -> Optional.of(new AttributeChange.MaximumMessageSize(number(name, text)));
            case "MessageRetentionPeriod" -> Optional.of(new AttributeChange.Retention(seconds(name, text)));
            case "Policy" -> Optional.of(new AttributeChange.Policy(given(text).map(ResourcePolicy::parse)));
            case "RedrivePolicy" ->
                Optional.of(new AttributeChange.Redrive(given(text).map(redrive::redrivePolicy)));
            case "RedriveAllowPolicy" ->
                Optional.of(new AttributeChange.RedriveAllow(given(text).map(redrive::redriveAllowPolicy)));
            case "FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit" ->
                Optional.of(fifo(name, text));
            case "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled" -> {
                requireNoEncryption(name, text);
                yield Optional.empty();
            }
            default -> throw new AttributeUnknown(Printable.of(name));
        };
    }

    /** An empty text takes a policy away. */
    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isBlank());
    }

    private static AttributeChange fifo(String name, String text) {
        return switch (name) {
            case "FifoQueue" -> new AttributeChange.Fifo(flag(name, text));
            case "ContentBasedDeduplication" -> new AttributeChange.ContentBasedDeduplication(flag(name, text));
            case "DeduplicationScope" ->
                new AttributeChange.DeduplicationScope(
                        switch (text) {
                            case "queue" -> FifoSettings.DeduplicationScope.QUEUE;
                            case "messageGroup" -> FifoSettings.DeduplicationScope.MESSAGE_GROUP;
                            default -> throw new AttributeRefused(name, "must be queue or messageGroup");
                        });
            default ->
                new AttributeChange.ThroughputLimit(
                        switch (text) {
                            case "perQueue" -> FifoSettings.ThroughputLimit.PER_QUEUE;
                            case "perMessageGroupId" -> FifoSettings.ThroughputLimit.PER_MESSAGE_GROUP_ID;
                            default -> throw new AttributeRefused(name, "must be perQueue or perMessageGroupId");
                        });
        };
    }

    private static void requireNoEncryption(String name, String text) {
        boolean promisesNothing = name.equals("SqsManagedSseEnabled")
                ? !flag(name, text)
                : name.equals("KmsMasterKeyId") && text.isEmpty();
        if (!promisesNothing) {
            throw new AttributeRefused(name, "queues are not encrypted by this node; encrypt its disk");
        }
    }

    private static Duration seconds(String name, String text) {
        return Duration.ofSeconds(number(name, text));
    }

    private static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new AttributeRefused(name, "must be a whole number");
        }
    }

    private static boolean flag(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new AttributeRefused(name, "must be true or false");
        };
    }
}
