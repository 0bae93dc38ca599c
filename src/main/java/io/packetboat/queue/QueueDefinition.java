package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.policy.ResourcePolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * All that is set about one queue, as SQS sees it; immutable.
 *
 * <p>Every queue has one. A queue that a protocol client or the admin API made has SQS's defaults, no retention unless
 * somebody set it, and the redrive policy that the node's own settings amount to.
 *
 * @param attributes what SQS alone knows
 * @param retention how long messages are kept; absent where they are kept without limit
 * @param redrivePolicy absent where messages never move for the count of their receives
 */
public record QueueDefinition(
        QueueName name,
        QueueAttributes attributes,
        Optional<Duration> retention,
        Optional<RedrivePolicy> redrivePolicy) {

    /** How long a queue that came from CreateQueue keeps its messages unless told otherwise. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(4);

    /** What a queue has that CreateQueue makes without any attribute. */
    static QueueDefinition fresh(QueueName name) {
        return new QueueDefinition(
                name, QueueAttributes.defaultsOf(name), Optional.of(DEFAULT_RETENTION), Optional.empty());
    }

    /** @param effective the broker's settings of the queue, with the defaults filled in */
    static QueueDefinition of(QueueName name, QueueAttributes attributes, QueueSettings effective) {
        return new QueueDefinition(name, attributes, effective.retention(), RedrivePolicy.of(effective));
    }

    public Duration visibilityTimeout() {
        return attributes.visibilityTimeout();
    }

    public Duration delay() {
        return attributes.delay();
    }

    public Duration receiveWait() {
        return attributes.receiveWait();
    }

    public int maximumMessageSize() {
        return attributes.maximumMessageSize();
    }

    public Optional<FifoSettings> fifo() {
        return attributes.fifo();
    }

    public Optional<ResourcePolicy> policy() {
        return attributes.policy();
    }

    QueueDefinition with(QueueAttributes value) {
        return new QueueDefinition(name, value, retention, redrivePolicy);
    }

    QueueDefinition withRetention(Duration value) {
        return new QueueDefinition(name, attributes, Optional.of(value), redrivePolicy);
    }

    QueueDefinition withRedrivePolicy(Optional<RedrivePolicy> value) {
        return new QueueDefinition(name, attributes, retention, value);
    }

    /** The broker's settings of the queue, once this definition takes the place of the former one. */
    QueueSettings settingsAfter(QueueDefinition former, QueueSettings settings) {
        QueueSettings changed = retention.equals(former.retention) ? settings : settings.withRetention(retention);
        if (redrivePolicy.equals(former.redrivePolicy)) {
            return changed;
        }
        return redrivePolicy
                .map(policy -> changed.withDeadLetters(
                        policy.maxReceiveCount(),
                        Optional.of(policy.deadLetterQueue().value())))
                .orElseGet(() -> changed.withDeadLetters(QueueSettings.NO_LIMIT, Optional.empty()));
    }

    /** The broker's settings of a queue that is made with this definition; they name what SQS promises. */
    QueueSettings settings() {
        return QueueSettings.DEFAULTS
                .withRetention(retention)
                .withDeadLetters(
                        redrivePolicy.map(RedrivePolicy::maxReceiveCount).orElse(QueueSettings.NO_LIMIT),
                        redrivePolicy.map(policy -> policy.deadLetterQueue().value()));
    }
}
