package io.packetboat.queue;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Moving dead letters back, at a bounded rate.
 *
 * <p>Every message is moved in one transaction and is never in both queues or in none. A task that was started is on disk,
 * and goes on after a restart. Every method raises {@link QueueNotFound}, {@link io.packetboat.identity.AccessDenied} for
 * callers without the right, and {@link io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html">SQS
 *     StartMessageMoveTask</a>
 */
@ApplicationScoped
public class MoveTasks {
    private final EmbeddedBroker broker;
    private final QueueMemory queues;
    private final QueueGuard guard;
    private final MoveLedger ledger;

    @Inject
    public MoveTasks(
            EmbeddedBroker broker, QueueMemory queues, Rights rights, IdentityConfig config, MoveLedger ledger) {
        this.broker = broker;
        this.queues = queues;
        this.guard = new QueueGuard(rights, config);
        this.ledger = ledger;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected MoveTasks() {
        this.broker = null;
        this.queues = null;
        this.guard = null;
        this.ledger = null;
    }

    /**
     * Starts to move the messages that the queue holds now and that nobody has received.
     *
     * @throws NoDeadLetterQueue if no queue sends its dead letters to the source
     * @throws MoveTaskActive if messages of the source are being moved already
     * @throws InvalidValue for a rate below 1 or above 500 messages a second, and for a destination that is the source
     */
    @Audited("sqs:StartMessageMoveTask")
    public MoveTask start(
            Caller caller,
            @AuditSubject QueueName source,
            Optional<QueueName> destination,
            Optional<Integer> messagesPerSecond) {
        guard.require(caller, "sqs:StartMessageMoveTask", source);
        guard.requireRemoval(caller, source);
        destination.ifPresent(target -> guard.require(caller, "sqs:SendMessage", target));
        queues.definitionOf(source);
        requireRate(messagesPerSecond);
        destination.ifPresent(target -> requireDestination(source, target));
        if (!isDeadLetterQueue(source)) {
            throw new NoDeadLetterQueue(source);
        }
        return ledger.begin(new MoveTask.Request(source, destination, messagesPerSecond), visible(source));
    }

    private static void requireRate(Optional<Integer> messagesPerSecond) {
        messagesPerSecond.filter(rate -> rate < 1 || rate > MovePace.MAX_RATE).ifPresent(wrong -> {
            throw new InvalidValue("MaxNumberOfMessagesPerSecond", "must be between 1 and " + MovePace.MAX_RATE);
        });
    }

    private void requireDestination(QueueName source, QueueName destination) {
        if (destination.equals(source)) {
            throw new InvalidValue("DestinationArn", "must not be the source itself");
        }
        if (queues.definitionOf(destination).fifo().isPresent() != QueueAttributes.isFifo(source)) {
            throw new InvalidValue("DestinationArn", "must be a queue of the source's type");
        }
    }

    private boolean isDeadLetterQueue(QueueName queue) {
        return !broker.queues()
                .names(
                        "",
                        PageRequest.first(1),
                        source -> queues.find(source)
                                .flatMap(QueueDefinition::redrivePolicy)
                                .filter(policy -> policy.deadLetterQueue().equals(queue) && !source.equals(queue))
                                .isPresent())
                .items()
                .isEmpty();
    }

    private long visible(QueueName source) {
        return broker.queues()
                .find(source)
                .map(state -> state.numbers().messages() - state.numbers().delivering())
                .orElseThrow(() -> new QueueNotFound(source));
    }

    /** The last tasks of a queue, the newest first, 10 at most. */
    @ReadOnly
    public List<MoveTask> list(Caller caller, QueueName source, int max) {
        guard.require(caller, "sqs:ListMessageMoveTasks", source);
        queues.definitionOf(source);
        return ledger.list(source, Math.min(max, MoveMemory.MAX_LISTED));
    }

    /** Ends a running task; what it moved stays moved. Raises {@link MoveTaskNotFound} for one that does not run. */
    @Audited("sqs:CancelMessageMoveTask")
    public MoveTask cancel(Caller caller, @AuditSubject MoveTaskHandle handle) {
        RunningMove task = ledger.find(handle).orElseThrow(MoveTaskNotFound::new);
        guard.require(
                caller, "sqs:CancelMessageMoveTask", task.snapshot().request().source());
        if (!task.cancel()) {
            throw new MoveTaskNotFound();
        }
        task.note();
        return task.snapshot();
    }
}
