package io.packetboat.topic;

import io.packetboat.kernel.TopicName;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.retry.DeliveryPolicy;
import java.util.Optional;

/**
 * What SNS knows of a topic and the broker does not.
 *
 * @param displayName the sender in mails
 * @param policy the topic's own; absent means that the users' policies alone decide
 * @param deliveryPolicy for HTTP endpoints
 * @param signatureVersion of what HTTP endpoints get: 1 or 2
 * @param fifo present for FIFO topics, which are those whose name ends with {@code .fifo}
 */
public record TopicAttributes(
        String displayName,
        Optional<ResourcePolicy> policy,
        Optional<DeliveryPolicy> deliveryPolicy,
        int signatureVersion,
        Optional<FifoTopic> fifo,
        TopicTags tags) {

    private static final String FIFO_ENDING = ".fifo";

    /** What a topic has of which nobody set anything. */
    public static TopicAttributes defaultsOf(TopicName name) {
        return new TopicAttributes(
                "",
                Optional.empty(),
                Optional.empty(),
                1,
                isFifo(name) ? Optional.of(FifoTopic.DEFAULTS) : Optional.empty(),
                TopicTags.NONE);
    }

    /** Whether a topic of this name is a FIFO topic; the name alone decides. */
    public static boolean isFifo(TopicName name) {
        return name.value().endsWith(FIFO_ENDING);
    }

    /** How long it keeps what is published; empty if it does not. */
    public Optional<ArchivePolicy> archive() {
        return fifo.flatMap(FifoTopic::archive);
    }

    TopicAttributes withDisplayName(String value) {
        return new TopicAttributes(value, policy, deliveryPolicy, signatureVersion, fifo, tags);
    }

    TopicAttributes withPolicy(Optional<ResourcePolicy> value) {
        return new TopicAttributes(displayName, value, deliveryPolicy, signatureVersion, fifo, tags);
    }

    TopicAttributes withDeliveryPolicy(Optional<DeliveryPolicy> value) {
        return new TopicAttributes(displayName, policy, value, signatureVersion, fifo, tags);
    }

    TopicAttributes withSignatureVersion(int value) {
        return new TopicAttributes(displayName, policy, deliveryPolicy, value, fifo, tags);
    }

    TopicAttributes withFifo(FifoTopic value) {
        return new TopicAttributes(displayName, policy, deliveryPolicy, signatureVersion, Optional.of(value), tags);
    }

    TopicAttributes withTags(TopicTags value) {
        return new TopicAttributes(displayName, policy, deliveryPolicy, signatureVersion, fifo, value);
    }
}
