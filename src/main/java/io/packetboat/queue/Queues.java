package io.packetboat.queue;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.BrokerQueues;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.kernel.messaging.QueueState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * The queues, whichever protocol made them.
 *
 * <p>A command is on disk when it returns. Raises {@link io.packetboat.identity.AccessDenied} for callers without the
 * right, and {@link io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 */
@ApplicationScoped
public class Queues {
    private final BrokerQueues queues;
    private final QueueDirectory directory;
    private final QueueGuard guard;
    private final Clock clock;

    @Inject
    public Queues(EmbeddedBroker broker, QueueDirectory directory, Rights rights, IdentityConfig config, Clock clock) {
        this.queues = broker.queues();
        this.directory = directory;
        this.guard = new QueueGuard(rights, config);
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Queues() {
        this.queues = null;
        this.directory = null;
        this.guard = null;
        this.clock = null;
    }

    /**
     * Makes a durable queue.
     *
     * @param paused whether it holds its messages back at first
     * @throws QueueNameTaken also for a queue with the very same settings
     * @throws InvalidValue for a name with a wildcard or of the broker's own, or a dead-letter queue that does not exist
     */
    @Audited("sqs:CreateQueue")
    public QueueState create(Caller caller, @AuditSubject QueueName name, QueueSettings settings, boolean paused) {
        guard.require(caller, "sqs:CreateQueue", name);
        requireUsable(name);
        requireDeadLetterQueue(name, settings);
        Optional<String> creator =
                caller.isNode() ? Optional.empty() : Optional.of(caller.user().value());
        if (!queues.create(name, settings, paused, creator)) {
            throw new QueueNameTaken(name);
        }
        return existing(name);
    }

    /** Raises {@link QueueNotFound}. */
    @ReadOnly
    public QueueState require(Caller caller, QueueName name) {
        guard.require(caller, "sqs:GetQueueAttributes", name);
        return existing(name);
    }

    /** What the queue does differently from the defaults; raises {@link QueueNotFound}. */
    @ReadOnly
    public QueueSettings settingsOf(Caller caller, QueueName name) {
        guard.require(caller, "sqs:GetQueueAttributes", name);
        existing(name);
        return queues.settingsOf(name);
    }

    /** What applies to the queue, with the defaults filled in; raises {@link QueueNotFound}. */
    @ReadOnly
    public QueueSettings effectiveSettingsOf(Caller caller, QueueName name) {
        guard.require(caller, "sqs:GetQueueAttributes", name);
        existing(name);
        return queues.effectiveSettingsOf(name);
    }

    /**
     * Queues by name.
     *
     * @param namePart only those whose name contains this, whatever its case; empty for all
     */
    @ReadOnly
    public Page<QueueState> list(Caller caller, String namePart, PageRequest page) {
        guard.requireAll(caller, "sqs:ListQueues");
        return queues.list(namePart, page);
    }

    /** Replaces the queue's settings; raises {@link QueueNotFound}, or {@link InvalidValue} as for a new queue. */
    @Audited("sqs:SetQueueAttributes")
    public void change(Caller caller, @AuditSubject QueueName name, QueueSettings settings) {
        guard.require(caller, "sqs:SetQueueAttributes", name);
        requireDeadLetterQueue(name, settings);
        directory.change(name, settings, clock.instant());
    }

    /**
     * Deletes the queue with its messages and disconnects its consumers; raises {@link QueueNotFound}.
     *
     * @throws io.packetboat.broker.BrokerRefusal if other queues send their dead letters there
     */
    @Audited("sqs:DeleteQueue")
    public void delete(Caller caller, @AuditSubject QueueName name) {
        guard.require(caller, "sqs:DeleteQueue", name);
        requireDone(queues.delete(name), name);
    }

    /** Deletes all messages, those in flight at SQS receivers too, but those that other clients hold; raises {@link QueueNotFound}. */
    @Audited("sqs:PurgeQueue")
    public void purge(Caller caller, @AuditSubject QueueName name) {
        guard.require(caller, "sqs:PurgeQueue", name);
        requireDone(queues.purge(name), name);
    }

    /** Holds messages back from all consumers until {@link #resume}, also after a restart. */
    @Audited("packetboat:PauseQueue")
    public void pause(Caller caller, @AuditSubject QueueName name) {
        guard.require(caller, "packetboat:PauseQueue", name);
        requireDone(queues.pause(name), name);
    }

    /** Lets a paused queue deliver again. */
    @Audited("packetboat:ResumeQueue")
    public void resume(Caller caller, @AuditSubject QueueName name) {
        guard.require(caller, "packetboat:ResumeQueue", name);
        requireDone(queues.resume(name), name);
    }

    private QueueState existing(QueueName name) {
        return queues.find(name).orElseThrow(() -> new QueueNotFound(name));
    }

    private static void requireDone(boolean done, QueueName name) {
        if (!done) {
            throw new QueueNotFound(name);
        }
    }

    private static void requireUsable(QueueName name) {
        if (name.value().contains("*") || name.value().contains("#")) {
            throw new InvalidValue("queueName", "must not hold the wildcards * and #");
        }
        if (BrokerQueues.isReserved(name.value())) {
            throw new InvalidValue("queueName", "is reserved for the broker itself");
        }
    }

    private void requireDeadLetterQueue(QueueName name, QueueSettings settings) {
        settings.deadLetterQueue().ifPresent(target -> {
            if (target.equals(name.value())) {
                throw new InvalidValue("deadLetterQueue", "must be another queue");
            }
            if (queues.find(new QueueName(target)).isEmpty()) {
                throw new InvalidValue("deadLetterQueue", "no queue is named " + target);
            }
        });
    }
}
