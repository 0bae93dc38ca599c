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
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.policy.ResourcePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The queues as SQS defines them: attributes, tags, policies and dead-letter queues.
 *
 * <p>Whichever protocol made a queue, it is found here. A command is on disk, in the database and in the broker, when it
 * returns, and blocks until then. Raises {@link io.packetboat.identity.AccessDenied} for callers without the right, {@link
 * QueueNotFound}, and {@link io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 */
@ApplicationScoped
public class QueueDefinitions {
    /** What CreateQueue allows; other doors allow more. */
    private static final Pattern CREATABLE = Pattern.compile("[A-Za-z0-9_-]{1,80}|[A-Za-z0-9_-]{1,75}\\.fifo");

    private final QueueDirectory directory;
    private final QueueMemory memory;
    private final BrokerQueues broker;
    private final QueueGuard guard;
    private final QueueArns arns;
    private final RecentPurges purges;
    private final Clock clock;

    @Inject
    public QueueDefinitions(
            QueueDirectory directory,
            QueueMemory memory,
            EmbeddedBroker broker,
            Rights rights,
            IdentityConfig config,
            Clock clock) {
        this.directory = directory;
        this.memory = memory;
        this.broker = broker.queues();
        this.guard = new QueueGuard(rights, config);
        this.arns = new QueueArns(config.region(), config.account());
        this.purges = new RecentPurges(clock);
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected QueueDefinitions() {
        this.directory = null;
        this.memory = null;
        this.broker = null;
        this.guard = null;
        this.arns = null;
        this.purges = null;
        this.clock = null;
    }

    /**
     * Makes a queue, or finds one that has all the wanted values already; its tags then stay as they are.
     *
     * @throws QueueNameTaken if there is a queue of this name that differs in one of the wanted values
     * @throws InvalidValue for a name that SQS does not know
     * @throws AttributeRefused for values that this queue cannot have
     * @throws AttributeUnknown for attributes that a queue of this type does not have
     */
    @Audited("sqs:CreateQueue")
    public QueueDefinition create(
            Caller caller, @AuditSubject QueueName name, List<AttributeChange> wanted, QueueTags tags) {
        guard.require(caller, "sqs:CreateQueue", name);
        if (!tags.values().isEmpty()) {
            guard.require(caller, "sqs:TagQueue", name);
        }
        if (!CREATABLE.matcher(name.value()).matches()) {
            throw new InvalidValue(
                    "QueueName",
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        if (QueueAttributes.isFifo(name) && !wanted.contains(new AttributeChange.Fifo(true))) {
            throw new AttributeRefused("FifoQueue", "must be true for a queue whose name ends with .fifo");
        }
        return directory.create(
                name, fresh -> fresh(fresh, wanted, tags), creator(caller), existing -> requireSame(existing, wanted));
    }

    private QueueDefinition fresh(QueueDefinition fresh, List<AttributeChange> wanted, QueueTags tags) {
        QueueDefinition queue = AttributeChange.applyAll(wanted, fresh);
        requireDeadLetterQueue(queue);
        return queue.with(queue.attributes().withTags(tags).createdAt(clock.instant()));
    }

    private static void requireSame(QueueDefinition existing, List<AttributeChange> wanted) {
        if (!AttributeChange.applyAll(wanted, existing).equals(existing)) {
            throw new QueueNameTaken(existing.name());
        }
    }

    private static Optional<String> creator(Caller caller) {
        return caller.isNode() ? Optional.empty() : Optional.of(caller.user().value());
    }

    /**
     * Deletes the queue with its messages and disconnects its consumers. A queue of the same name can be made at once.
     *
     * @throws QueueInUse if other queues send their dead letters there
     */
    @Audited("sqs:DeleteQueue")
    public void delete(Caller caller, @AuditSubject QueueName name) {
        guard.require(caller, "sqs:DeleteQueue", name);
        memory.definitionOf(name);
        if (broker.takesDeadLetters(name)) {
            throw new QueueInUse(name);
        }
        directory.delete(name);
    }

    /**
     * Finds out that the queue exists.
     *
     * @param account in which the caller looks for it; empty for this node's
     */
    @ReadOnly
    public void locate(Caller caller, QueueName name, Optional<String> account) {
        guard.require(caller, "sqs:GetQueueUrl", name);
        if (account.filter(other -> !other.equals(arns.account().value())).isPresent()) {
            throw new QueueNotFound(name);
        }
        memory.definitionOf(name);
    }

    /** The queue with what it holds now. */
    @ReadOnly
    public DescribedQueue describe(Caller caller, QueueName name) {
        guard.require(caller, "sqs:GetQueueAttributes", name);
        QueueState state = broker.find(name).orElseThrow(() -> new QueueNotFound(name));
        return new DescribedQueue(arns.of(name), memory.definitionOf(name), state.numbers());
    }

    /** The names that begin with the prefix. */
    @ReadOnly
    public Page<QueueName> list(Caller caller, String prefix, PageRequest page) {
        guard.requireAll(caller, "sqs:ListQueues");
        return broker.names(prefix, page);
    }

    /** The queues whose dead letters come to this one. */
    @ReadOnly
    public Page<QueueName> listDeadLetterSources(Caller caller, QueueName name, PageRequest page) {
        guard.require(caller, "sqs:ListDeadLetterSourceQueues", name);
        memory.definitionOf(name);
        return broker.names("", page, source -> sendsDeadLetters(source, name));
    }

    private boolean sendsDeadLetters(QueueName source, QueueName target) {
        return memory.find(source)
                .flatMap(QueueDefinition::redrivePolicy)
                .filter(policy -> policy.deadLetterQueue().equals(target) && !source.equals(target))
                .isPresent();
    }

    /**
     * Gives attributes new values; those that are not named stay.
     *
     * @throws AttributeRefused for values that this queue cannot have
     * @throws AttributeUnknown for attributes that a queue of this type does not have
     */
    @Audited("sqs:SetQueueAttributes")
    public void change(Caller caller, @AuditSubject QueueName name, List<AttributeChange> changes) {
        guard.require(caller, "sqs:SetQueueAttributes", name);
        directory.change(name, queue -> {
            QueueDefinition changed = AttributeChange.applyAll(changes, queue);
            if (!changed.redrivePolicy().equals(queue.redrivePolicy())) {
                requireDeadLetterQueue(changed);
            }
            return modified(changed);
        });
    }

    private QueueDefinition modified(QueueDefinition queue) {
        return queue.with(queue.attributes().modifiedAt(clock.instant()));
    }

    /** The dead-letter queue must exist, be of the same type, and accept this source. */
    private void requireDeadLetterQueue(QueueDefinition queue) {
        queue.redrivePolicy().ifPresent(policy -> {
            QueueDefinition target = memory.find(policy.deadLetterQueue())
                    .orElseThrow(() -> new AttributeRefused("RedrivePolicy", "Dead letter target does not exist"));
            if (target.fifo().isPresent() != queue.fifo().isPresent()) {
                throw new AttributeRefused(
                        "RedrivePolicy", "Dead-letter queue must be same type of queue as the source");
            }
            if (target.attributes()
                    .redriveAllowPolicy()
                    .filter(allowed -> !allowed.allows(queue.name()))
                    .isPresent()) {
                throw new AttributeRefused(
                        "RedrivePolicy", "Queue does not have permission to use the dead-letter queue");
            }
        });
    }

    @ReadOnly
    public QueueTags tagsOf(Caller caller, QueueName name) {
        guard.require(caller, "sqs:ListQueueTags", name);
        return memory.definitionOf(name).attributes().tags();
    }

    /** Adds tags; one with the key of an existing tag replaces it. Raises {@link QueueTags.Refused} for too many. */
    @Audited("sqs:TagQueue")
    public void tag(Caller caller, @AuditSubject QueueName name, QueueTags tags) {
        guard.require(caller, "sqs:TagQueue", name);
        changeTags(name, former -> former.with(tags));
    }

    /** Takes tags off; keys that it does not have are ignored. */
    @Audited("sqs:UntagQueue")
    public void untag(Caller caller, @AuditSubject QueueName name, Collection<String> keys) {
        guard.require(caller, "sqs:UntagQueue", name);
        changeTags(name, former -> former.without(keys));
    }

    private void changeTags(QueueName name, UnaryOperator<QueueTags> change) {
        directory.change(
                name,
                queue -> queue.with(queue.attributes()
                        .withTags(change.apply(queue.attributes().tags()))));
    }

    /**
     * Adds a statement to the queue's policy.
     *
     * @throws QueuePermission.LabelTaken if the policy has a statement of this label
     * @throws QueuePermission.LimitReached if the policy has as many statements as it may
     */
    @Audited("sqs:AddPermission")
    public void addPermission(Caller caller, @AuditSubject QueueName name, QueuePermission permission) {
        guard.require(caller, "sqs:AddPermission", name);
        changePolicy(name, policy -> Optional.of(permission.addTo(policy, arns.of(name))));
    }

    /** Takes the statement of this label out of the queue's policy; raises {@link QueuePermission.LabelNotFound}. */
    @Audited("sqs:RemovePermission")
    public void removePermission(Caller caller, @AuditSubject QueueName name, String label) {
        guard.require(caller, "sqs:RemovePermission", name);
        changePolicy(name, policy -> QueuePermission.remove(policy, label));
    }

    private void changePolicy(QueueName name, UnaryOperator<Optional<ResourcePolicy>> change) {
        directory.change(
                name,
                queue -> modified(queue.with(queue.attributes()
                        .withPolicy(change.apply(queue.attributes().policy())))));
    }

    /**
     * Deletes all messages.
     *
     * @throws PurgeInProgress if that was done within the last minute
     */
    @Audited("sqs:PurgeQueue")
    public void purge(Caller caller, @AuditSubject QueueName name) {
        guard.require(caller, "sqs:PurgeQueue", name);
        memory.definitionOf(name);
        purges.begin(name);
        if (!broker.purge(name)) {
            throw new QueueNotFound(name);
        }
    }
}
