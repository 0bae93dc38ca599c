package io.packetboat.broker;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.StoredMessage;
import java.time.Clock;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.persistence.impl.journal.LargeServerMessageImpl;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;
import org.apache.activemq.artemis.utils.UUIDGenerator;

/**
 * The messages in the queues of the running broker, for people who look after them; clients have their protocols.
 *
 * <p>Changes return when they are on disk. A queue is given by its own name, so that the queue of a subscription works
 * too. Messages in delivery are not seen. Every method may be called from any thread, may block for a sync, and raises
 * {@link BrokerUnavailable} while the broker does not run. No rights are checked here.
 */
public final class BrokerMessages {
    /** How deep into a queue one call looks, so that a look at 100 million messages ends. */
    private static final int DEPTH = 200_000;

    private final ActiveMQServer server;
    private final Clock clock;
    private final DurableStep durably;

    BrokerMessages(ActiveMQServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.durably = new DurableStep(server);
    }

    /**
     * A page of messages in the order of their delivery, left where they are; empty if there is no such queue. It may
     * be shorter than asked for when bodies are large.
     *
     * @param page its key is the id of the message after which to go on; a message that is gone meanwhile means the end
     * @throws BeyondBrowsing behind the first {@value #DEPTH} messages
     */
    public Optional<Page<StoredMessage>> browse(QueueName queue, PageRequest page) {
        return queue(queue.value()).map(found -> look(found).page(page));
    }

    /**
     * One message, left where it is.
     *
     * @throws BeyondBrowsing if it is not among the first {@value #DEPTH} of a queue that has more
     */
    public Optional<StoredMessage> find(QueueName queue, long id) {
        return queue(queue.value()).flatMap(found -> look(found).find(id)).map(MessageTranslation::stored);
    }

    /** What came before is seen: a message waits for the queue's own thread to be browsed. */
    private static QueueLook look(Queue queue) {
        QueueThread.awaitEarlierWork(queue);
        return new QueueLook(queue::browserIterator, DEPTH);
    }

    /**
     * Sends to a queue; returns the message's id, or empty if there is no such queue. Whoever looks next sees it there.
     *
     * @throws BrokerUnavailable while producers are blocked for want of disk space
     */
    public Optional<Long> send(QueueName queue, NewMessage message) {
        return queue(queue.value()).map(found -> {
            long id = send(found.getAddress(), found.getRoutingType(), message);
            // What is on disk waits for the queue's own thread to be counted and browsed.
            QueueThread.awaitEarlierWork(found);
            return id;
        });
    }

    /** Publishes to a topic; the topic must exist. */
    public long publish(TopicName topic, NewMessage message) {
        return send(SimpleString.of(topic.value()), RoutingType.MULTICAST, message);
    }

    private long send(SimpleString address, RoutingType routing, NewMessage wanted) {
        if (server.getPagingManager().isDiskFull()) {
            throw new BrokerUnavailable("The disk reserve is reached; producers are blocked.", null);
        }
        return durably.run(() -> {
            CoreMessage message = MessageTranslation.artemis(
                    wanted, server.getStorageManager().generateID(), clock.instant());
            message.setAddress(address);
            message.setRoutingType(routing);
            message.setUserID(UUIDGenerator.getInstance().generateUUID());
            RoutingContextImpl context = new RoutingContextImpl(null);
            context.setAddress(address);
            context.setRoutingType(routing);
            server.getPostOffice()
                    .route(
                            LargeServerMessageImpl.checkLargeMessage(message, server.getStorageManager()),
                            context,
                            false);
            return message.getMessageID();
        });
    }

    /** Moves one message to the end of another queue; false if either queue or the message is not there. */
    public boolean move(QueueName from, long id, QueueName to) {
        Optional<Queue> source = queue(from.value());
        Optional<Queue> target = queue(to.value());
        if (source.isEmpty() || target.isEmpty()) {
            return false;
        }
        Binding binding = server.getPostOffice().getBinding(target.get().getName());
        return durably.run(() -> source.get().moveReference(id, target.get().getAddress(), binding, false));
    }

    /** Deletes one message for good; false if it is not there. */
    public boolean delete(QueueName queue, long id) {
        Optional<Queue> found = queue(queue.value());
        return found.isPresent() && durably.run(() -> found.get().deleteReference(id));
    }

    /** Returns one message to the queue or subscription it came from; false if it or its origin is not there. */
    public boolean returnToOrigin(QueueName queue, long id) {
        Optional<Queue> found = queue(queue.value());
        return found.isPresent() && durably.run(() -> found.get().retryMessages(returnable(Optional.of(id)), 1)) == 1;
    }

    /** Returns every message that has an origin to it; the count, empty if there is no such queue. */
    public Optional<Integer> returnAllToOrigin(QueueName queue) {
        return queue(queue.value()).map(found -> durably.run(() -> found.retryMessages(returnable(Optional.empty()))));
    }

    private Returnable returnable(Optional<Long> id) {
        return new Returnable(id, queue -> server.locateQueue(SimpleString.of(queue)) != null);
    }

    private Optional<Queue> queue(String name) {
        durably.requireRunning();
        return Optional.ofNullable(server.locateQueue(SimpleString.of(name)))
                .filter(queue -> !queue.isInternalQueue()
                        && !InternalNames.isHidden(queue.getAddress().toString()));
    }
}
