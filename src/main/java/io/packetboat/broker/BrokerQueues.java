package io.packetboat.broker;

import io.packetboat.broker.delivery.ArtemisQueues;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.kernel.messaging.QueueState;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * The queues of the running broker: anycast, neither temporary nor internal.
 *
 * <p>Changes return when they are on disk. Every method may be called from any thread, may block for a sync, and raises
 * {@link BrokerUnavailable} while the broker does not run. No rights are checked here.
 */
public final class BrokerQueues {
    private final ActiveMQServer server;
    private final DestinationIndex index;
    private final SettingsStore settings;
    private final ArtemisQueues deliveries;
    private final DurableStep durably;

    BrokerQueues(ActiveMQServer server, DestinationIndex index, SettingsStore settings, ArtemisQueues deliveries) {
        this.server = server;
        this.index = index;
        this.settings = settings;
        this.deliveries = deliveries;
        this.durably = new DurableStep(server);
    }

    /** Whether a name belongs to the broker's own machinery, so that users can have no queue or topic of it. */
    public static boolean isReserved(String name) {
        return InternalNames.isHidden(name) || InternalNames.isManagement(name);
    }

    public Optional<QueueState> find(QueueName name) {
        durably.requireRunning();
        return Optional.ofNullable(index.queues().get(name.value())).map(BrokerQueues::state);
    }

    /** The queue's id, which survives restarts and which no other queue ever gets, not even one of the same name. */
    public Optional<Long> idOf(QueueName name) {
        durably.requireRunning();
        return Optional.ofNullable(index.queues().get(name.value())).map(Queue::getID);
    }

    /** The names of the queues that begin with a prefix, in their order. */
    public Page<QueueName> names(String prefix, PageRequest page) {
        durably.requireRunning();
        return index.queues().names(prefix, page).map(QueueName::new);
    }

    /** The same of those that are wanted; looks at every queue until the page is full. */
    public Page<QueueName> names(String prefix, PageRequest page, Predicate<QueueName> wanted) {
        durably.requireRunning();
        return index.queues()
                .names(prefix, page, name -> wanted.test(new QueueName(name)))
                .map(QueueName::new);
    }

    /**
     * Queues by name. A page ends early, with a next one, when a great many names have been looked at.
     *
     * @param namePart only those whose name contains this, whatever its case; empty for all
     */
    public Page<QueueState> list(String namePart, PageRequest page) {
        durably.requireRunning();
        return index.queues().page(namePart, page, BrokerQueues::state);
    }

    /**
     * Makes a queue.
     *
     * @return false if a queue of this name exists; it is left as it is
     * @throws BrokerRefusal if Artemis does not take the name
     */
    public boolean create(QueueName name, QueueSettings wanted, boolean paused, Optional<String> creator) {
        return durably.run(() -> {
            synchronized (this) {
                if (server.locateQueue(SimpleString.of(name.value())) != null) {
                    return false;
                }
                // Before the queue, so that it is born with them.
                settings.put(name.value(), wanted);
                Queue queue = server.createQueue(QueueConfiguration.of(name.value())
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)
                        .setAutoDelete(false));
                if (creator.isPresent()) {
                    server.updateQueue(QueueConfiguration.of(name.value()).setUser(SimpleString.of(creator.get())));
                }
                if (paused) {
                    queue.pause(true);
                }
                return true;
            }
        });
    }

    /** What the queue does differently from the defaults. */
    public QueueSettings settingsOf(QueueName name) {
        durably.requireRunning();
        return settings.of(name.value());
    }

    /** What applies to the queue, with the defaults filled in. */
    public QueueSettings effectiveSettingsOf(QueueName name) {
        durably.requireRunning();
        return settings.effectiveOf(name.value());
    }

    /** Replaces the queue's settings; false if there is no such queue. */
    public boolean change(QueueName name, QueueSettings wanted) {
        return onQueue(name, queue -> settings.put(name.value(), wanted));
    }

    /**
     * Deletes the queue with its messages and disconnects its consumers; false if there is no such queue.
     *
     * @throws BrokerRefusal if other queues send their dead letters there
     */
    public boolean delete(QueueName name) {
        return onQueue(name, queue -> {
            server.destroyQueue(queue.getName(), null, false, true, false);
            settings.remove(name.value());
            removeUnusedAddress(queue.getAddress());
        });
    }

    private void removeUnusedAddress(SimpleString address) throws Exception {
        var info = server.getAddressInfo(address);
        if (info == null || server.getPostOffice().isAddressBound(address)) {
            return;
        }
        if (info.getRoutingTypes().contains(RoutingType.MULTICAST)) {
            server.updateAddressInfo(address, EnumSet.of(RoutingType.MULTICAST));
        } else {
            server.removeAddressInfo(address, null);
        }
    }

    /** Whether other queues send their dead letters there, so that it cannot be deleted. */
    public boolean takesDeadLetters(QueueName name) {
        return settings.takesDeadLetters(name.value());
    }

    /**
     * Deletes all messages, those that SQS receivers have in flight among them, but not those in delivery to clients of
     * other protocols; false if there is no such queue.
     */
    public boolean purge(QueueName name) {
        return onQueue(name, queue -> {
            queue.deleteAllReferences();
            deliveries.purgeHeld(queue).toCompletableFuture().join();
        });
    }

    /** Stops delivery, also after a restart; the queue still takes messages. */
    public boolean pause(QueueName name) {
        return onQueue(name, queue -> queue.pause(true));
    }

    public boolean resume(QueueName name) {
        return onQueue(name, Queue::resume);
    }

    private interface QueueChange {
        void apply(Queue queue) throws Exception;
    }

    private boolean onQueue(QueueName name, QueueChange change) {
        return durably.run(() -> {
            Queue queue = index.queues().get(name.value());
            if (queue == null) {
                return false;
            }
            change.apply(queue);
            return true;
        });
    }

    static QueueState state(Queue queue) {
        return new QueueState(
                queue.getName().toString(),
                queue.getAddress().toString(),
                queue.isPaused(),
                Optional.ofNullable(queue.getFilter())
                        .map(filter -> filter.getFilterString().toString()),
                Optional.ofNullable(queue.getUser()).map(SimpleString::toString).filter(user -> !user.isEmpty()),
                queue.getConsumerCount(),
                new QueueState.Numbers(
                        queue.getMessageCount(),
                        queue.getDeliveringCount(),
                        queue.getScheduledCount(),
                        queue.getPersistentSize(),
                        queue.getMessagesAdded(),
                        queue.getMessagesAcknowledged(),
                        queue.getMessagesExpired(),
                        queue.getMessagesKilled()));
    }
}
