package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import io.packetboat.policy.ResourcePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

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
        return changed(draft -> draft.visibilityTimeout = value);
    }

    QueueAttributes withDelay(Duration value) {
        return changed(draft -> draft.delay = value);
    }

    QueueAttributes withReceiveWait(Duration value) {
        return changed(draft -> draft.receiveWait = value);
    }

    QueueAttributes withMaximumMessageSize(int value) {
        return changed(draft -> draft.maximumMessageSize = value);
    }

    QueueAttributes withFifo(FifoSettings value) {
        return changed(draft -> draft.fifo = Optional.of(value));
    }

    QueueAttributes withRedriveAllowPolicy(Optional<RedriveAllowPolicy> value) {
        return changed(draft -> draft.redriveAllowPolicy = value);
    }

    QueueAttributes withPolicy(Optional<ResourcePolicy> value) {
        return changed(draft -> draft.policy = value);
    }

    QueueAttributes withTags(QueueTags value) {
        return changed(draft -> draft.tags = value);
    }

    QueueAttributes createdAt(Instant moment) {
        return changed(draft -> {
            draft.createdAt = Optional.of(moment);
            draft.modifiedAt = Optional.of(moment);
        });
    }

    QueueAttributes modifiedAt(Instant moment) {
        return changed(draft -> draft.modifiedAt = Optional.of(moment));
    }

    private QueueAttributes changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finished();
    }

    /** A copy while it changes. */
    private static final class Draft {
        Duration visibilityTimeout;
        Duration delay;
        Duration receiveWait;
        int maximumMessageSize;
        Optional<FifoSettings> fifo;
        Optional<RedriveAllowPolicy> redriveAllowPolicy;
        Optional<ResourcePolicy> policy;
        QueueTags tags;
        Optional<Instant> createdAt;
        Optional<Instant> modifiedAt;

        Draft(QueueAttributes present) {
            visibilityTimeout = present.visibilityTimeout;
            delay = present.delay;
            receiveWait = present.receiveWait;
            maximumMessageSize = present.maximumMessageSize;
            fifo = present.fifo;
            redriveAllowPolicy = present.redriveAllowPolicy;
            policy = present.policy;
            tags = present.tags;
            createdAt = present.createdAt;
            modifiedAt = present.modifiedAt;
        }

        QueueAttributes finished() {
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
                    modifiedAt);
        }
    }
}
