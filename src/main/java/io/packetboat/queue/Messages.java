package io.packetboat.queue;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.BrokerMessages;
import io.packetboat.broker.BrokerQueues;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.StoredMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The messages in the queues, for people who look after them.
 *
 * <p>A command is on disk when it returns. Messages that a consumer holds now are not seen here. Every method raises
 * {@link QueueNotFound}, {@link io.packetboat.identity.AccessDenied} for callers without the right, and {@link
 * io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 */
@ApplicationScoped
public class Messages {
    private final BrokerQueues queues;
    private final BrokerMessages messages;
    private final QueueGuard guard;

    @Inject
    public Messages(EmbeddedBroker broker, Rights rights, IdentityConfig config) {
        this.queues = broker.queues();
        this.messages = broker.messages();
        this.guard = new QueueGuard(rights, config);
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Messages() {
        this.queues = null;
        this.messages = null;
        this.guard = null;
    }

    /**
     * Messages in the order of their delivery, left where they are.
     *
     * @param page its key is the id of the message after which to go on; if that one is gone, the page is empty
     */
    @ReadOnly
    public Page<StoredMessage> browse(Caller caller, QueueName queue, PageRequest page) {
        guard.require(caller, "sqs:ReceiveMessage", queue);
        requireQueue(queue);
        return messages.browse(queue, page).orElseThrow(() -> new QueueNotFound(queue));
    }

    /** One message, left where it is; raises {@link MessageNotFound}. */
    @ReadOnly
    public StoredMessage require(Caller caller, QueueName queue, long id) {
        guard.require(caller, "sqs:ReceiveMessage", queue);
        requireQueue(queue);
        return messages.find(queue, id).orElseThrow(() -> new MessageNotFound(queue, id));
    }

    /**
     * Sends a message and returns its id.
     *
     * @throws io.packetboat.broker.BrokerUnavailable also while producers are blocked for want of disk space
     */
    @Audited("sqs:SendMessage")
    public long send(Caller caller, @AuditSubject QueueName queue, NewMessage message) {
        guard.require(caller, "sqs:SendMessage", queue);
        requireQueue(queue);
        return messages.send(queue, message).orElseThrow(() -> new QueueNotFound(queue));
    }

    /** Moves a message to the end of another queue, which learns where it came from; raises {@link MessageNotFound}. */
    @Audited("packetboat:MoveMessage")
    public void move(Caller caller, @AuditSubject QueueName queue, long id, @AuditSubject QueueName target) {
        guard.requireRemoval(caller, queue);
        guard.require(caller, "sqs:SendMessage", target);
        requireQueue(queue);
        requireQueue(target);
        requireDone(messages.move(queue, id, target), queue, id);
    }

    /** Deletes a message for good; raises {@link MessageNotFound}. */
    @Audited("sqs:DeleteMessage")
    public void delete(Caller caller, @AuditSubject QueueName queue, long id) {
        guard.require(caller, "sqs:DeleteMessage", queue);
        requireQueue(queue);
        requireDone(messages.delete(queue, id), queue, id);
    }

    /**
     * Returns a dead letter to the queue or subscription it came from.
     *
     * @throws MessageNotFound if the queue holds no such message
     * @throws OriginGone if there is nothing to return it to
     */
    @Audited("sqs:StartMessageMoveTask")
    public void returnToOrigin(Caller caller, @AuditSubject QueueName queue, long id) {
        requireReturn(caller, queue);
        if (messages.find(queue, id).isEmpty()) {
            throw new MessageNotFound(queue, id);
        }
        if (!messages.returnToOrigin(queue, id)) {
            throw new OriginGone(id);
        }
    }

    /** Returns every dead letter that has somewhere to return to; the others stay. The count of those returned. */
    @Audited("sqs:StartMessageMoveTask")
    public int returnAllToOrigin(Caller caller, @AuditSubject QueueName queue) {
        requireReturn(caller, queue);
        return messages.returnAllToOrigin(queue).orElseThrow(() -> new QueueNotFound(queue));
    }

    /** As on AWS, whoever may redrive a dead-letter queue may send to where its messages came from. */
    private void requireReturn(Caller caller, QueueName queue) {
        guard.require(caller, "sqs:StartMessageMoveTask", queue);
        guard.requireRemoval(caller, queue);
        requireQueue(queue);
    }

    /** The queue of a subscription has a name too, and belongs to the rights of its topic. */
    private void requireQueue(QueueName queue) {
        if (queues.find(queue).isEmpty()) {
            throw new QueueNotFound(queue);
        }
    }

    private static void requireDone(boolean done, QueueName queue, long id) {
        if (!done) {
            throw new MessageNotFound(queue, id);
        }
    }
}
