package io.packetboat.aws.sns;

import io.packetboat.aws.operation.MapName;
import io.packetboat.aws.wire.Printable;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.topic.FifoTopic;
import io.packetboat.topic.TopicAttributeChange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Topics' attributes as the texts that SNS carries them in.
 *
 * <p>An attribute that promises what this node does not do (encryption with a key of KMS, logs of deliveries in CloudWatch,
 * traces in X-Ray) is refused, and never kept for show; the values that promise nothing are taken.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
final class TopicAttributeTexts {
    static final MapName ATTRIBUTES = MapName.entries("Attributes");

    private static final Pattern FEEDBACK =
            Pattern.compile("(HTTP|Firehose|Lambda|Application|SQS)(Success|Failure)Feedback(RoleArn|SampleRate)");

    private TopicAttributeTexts() {}

    /** The changes of CreateTopic. */
    static List<TopicAttributeChange> changes(Map<String, String> texts) {
        return texts.entrySet().stream()
                .flatMap(entry -> change(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /** The change of SetTopicAttributes; empty for a value that changes nothing on any topic. */
    static Optional<TopicAttributeChange> settable(String name, String text) {
        if (name.equals("FifoTopic")) {
            throw unknown(name);
        }
        return change(name, text);
    }

    private static Optional<TopicAttributeChange> change(String name, String text) {
        return switch (name) {
            case "DisplayName" -> Optional.of(new TopicAttributeChange.DisplayName(text));
            case "Policy" ->
                Optional.of(new TopicAttributeChange.Policy(Texts.policy(text).map(ResourcePolicy::parse)));
            case "DeliveryPolicy" ->
                Optional.of(new TopicAttributeChange.Delivery(Texts.policy(text).map(DeliveryPolicy::ofTopic)));
            case "SignatureVersion" -> Optional.of(new TopicAttributeChange.SignatureVersion(version(text)));
            case "FifoTopic" -> Optional.of(new TopicAttributeChange.Fifo(Texts.flag(name, text)));
            case "ContentBasedDeduplication" ->
                Optional.of(new TopicAttributeChange.ContentBasedDeduplication(Texts.flag(name, text)));
            case "ArchivePolicy" ->
                Optional.of(new TopicAttributeChange.Archive(Texts.policy(text).map(ArchivePolicyText::days)));
            case "FifoThroughputScope" -> Optional.of(new TopicAttributeChange.FifoThroughputScope(scope(text)));
            default -> {
                requireNoPromise(name, text);
                yield Optional.empty();
            }
        };
    }

    private static int version(String text) {
        if (text.equals("1") || text.equals("2")) {
            return Integer.parseInt(text);
        }
        throw SnsErrors.invalid("Attributes Reason: SignatureVersion: Invalid value. Must be 1 or 2.");
    }

    private static FifoTopic.Scope scope(String text) {
        return Arrays.stream(FifoTopic.Scope.values())
                .filter(scope -> scope.value().equals(text))
                .findFirst()
                .orElseThrow(() -> SnsErrors.invalid(
                        "Attributes Reason: FifoThroughputScope: Invalid value. Must be Topic or MessageGroup."));
    }

    private static void requireNoPromise(String name, String text) {
        boolean promisesNothing = switch (name) {
            case "KmsMasterKeyId" -> text.isEmpty();
            case "TracingConfig" -> text.equals("PassThrough");
            default -> {
                if (!FEEDBACK.matcher(name).matches()) {
                    throw unknown(name);
                }
                yield text.isEmpty() || name.endsWith("SampleRate") && text.equals("0");
            }
        };
        if (!promisesNothing) {
            throw SnsErrors.invalid("Attributes Reason: " + name + " is not supported by this node");
        }
    }

    private static RuntimeException unknown(String name) {
        return SnsErrors.invalid("AttributeName Reason: unknown attribute " + Printable.of(name));
    }
}
