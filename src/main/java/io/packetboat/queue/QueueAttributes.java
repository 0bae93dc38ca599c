package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import io.packetboat.policy.ResourcePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What SQS knows of a queue and the broker does not.
 *
 * <p>Retention and redrive policy are missing on purpose: they live in the broker's own settings, where the other
 * protocols need them, and nowhere else.
 *
 * @param visibilityTimeout how long a received message stays hidden unless the receiver says otherwise
 * @param delay how long a new message stays hidden unless its sender says otherwise
 * @param receiveWait how long an empty receive waits unless the receiver says otherwise
 * @param maximumMessageSize body and attributes together, in bytes
 * @param fifo present for FIFO queues, which are those whose name ends with {@code .fifo}
 * @param redriveAllowPolicy absent unless somebody set it, which means that all are allowed
 * @param createdAt absent for a queue that did not come from CreateQueue
 * @param modifiedAt absent until an attribute of such a queue is set
 */
public record QueueAttributes(
        Duration visibilityTimeout,
        Duration delay,
        Duration receiveWait,
        int maximumMessageSize,
        Optional<FifoSettings> fifo,
        Optional<RedriveAllowPolicy> redriveAllowPolicy,
        Optional<ResourcePolicy> policy,
        QueueTags tags,
        Optional<Instant> createdAt,
        Optional<Instant> modifiedAt) {

    /** The largest message in bytes, and the default. */
    public static final int MAX_MESSAGE_SIZE = 1_048_576;

    private static final String FIFO_ENDING = ".fifo";

    /** What a queue has that nobody defined over SQS. */
    public static QueueAttributes defaultsOf(QueueName name) {
        return new QueueAttributes(
                Duration.ofSeconds(30),
                Duration.ZERO,
                Duration.ZERO,
                MAX_MESSAGE_SIZE,
                isFifo(name) ? Optional.of(FifoSettings.DEFAULTS) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                QueueTags.NONE,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether a queue of this name is a FIFO queue; the name alone decides. */
    public static boolean isFifo(QueueName name) {
        return name.value().endsWith(FIFO_ENDING);
    }

    QueueAttributes withVisibilityTimeout(Duration value) {
        return new QueueAttributes(
                value,
                delay,
                receiveWait,
                maximumMessageSize,
                fifo,
                redriveAllowPolicy,
                policy,
                tags,
                createdAt,
                modifiedAt);
    }

    QueueAttributes withDelay(Duration value) {
        return new QueueAttributes(
                visibilityTimeout,
                value,
                receiveWait,
                maximumMessageSize,
                fifo,
                redriveAllowPolicy,
                policy,
                tags,
                createdAt,
                modifiedAt);
    }

    QueueAttributes withReceiveWait(Duration value) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                value,
                maximumMessageSize,
                fifo,
                redriveAllowPolicy,
                policy,
                tags,
                createdAt,
                modifiedAt);
    }

    QueueAttributes withMaximumMessageSize(int value) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                receiveWait,
                value,
                fifo,
                redriveAllowPolicy,
                policy,
                tags,
                createdAt,
                modifiedAt);
    }

    QueueAttributes withFifo(FifoSettings value) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                receiveWait,
                maximumMessageSize,
                Optional.of(value),
                redriveAllowPolicy,
                policy,
                tags,
                createdAt,
                modifiedAt);
    }

    QueueAttributes withRedriveAllowPolicy(Optional<RedriveAllowPolicy> value) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                receiveWait,
                maximumMessageSize,
                fifo,
                value,
                policy,
                tags,
                createdAt,
                modifiedAt);
    }

    QueueAttributes withPolicy(Optional<ResourcePolicy> value) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                receiveWait,
                maximumMessageSize,
                fifo,
                redriveAllowPolicy,
                value,
                tags,
                createdAt,
                modifiedAt);
    }

    QueueAttributes withTags(QueueTags value) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                receiveWait,
                maximumMessageSize,
                fifo,
                redriveAllowPolicy,
                policy,
                value,
                createdAt,
                modifiedAt);
    }

    QueueAttributes createdAt(Instant moment) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                receiveWait,
                maximumMessageSize,
                fifo,
                redriveAllowPolicy,
                policy,
                tags,
                Optional.of(moment),
                Optional.of(moment));
    }

    QueueAttributes modifiedAt(Instant moment) {
        return new QueueAttributes(
                visibilityTimeout,
                delay,
                receiveWait,
                maximumMessageSize,
                fifo,
                redriveAllowPolicy,
                policy,
                tags,
                createdAt,
                Optional.of(moment));
    }
}
