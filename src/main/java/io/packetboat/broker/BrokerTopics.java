package io.packetboat.broker;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.kernel.messaging.SubscriptionSettings;
import io.packetboat.kernel.messaging.TopicState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;

/**
 * The topics of the running broker, multicast addresses, and their durable subscriptions.
 *
 * <p>Changes return when they are on disk. Every method may be called from any thread, may block for a sync, and raises
 * {@link BrokerUnavailable} while the broker does not run. No rights are checked here.
 */
public final class BrokerTopics {
    private final ActiveMQServer server;
    private final DestinationIndex index;
    private final SettingsStore settings;
    private final DurableStep durably;

    BrokerTopics(ActiveMQServer server, DestinationIndex index, SettingsStore settings) {
        this.server = server;
        this.index = index;
        this.settings = settings;
        this.durably = new DurableStep(server);
    }

    public Optional<TopicState> find(TopicName name) {
        durably.requireRunning();
        return Optional.ofNullable(index.topics().get(name.value())).map(this::state);
    }

    /** Whether there is a topic of this name; asks memory alone. */
    public boolean exists(TopicName name) {
        durably.requireRunning();
        return index.topics().get(name.value()) != null;
    }

    /**
     * Topics by name. A page ends early, with a next one, when a great many names have been looked at.
     *
     * @param namePart only those whose name contains this, whatever its case; empty for all
     */
    public Page<TopicState> list(String namePart, PageRequest page) {
        durably.requireRunning();
        return index.topics().page(namePart, page, this::state);
    }

    /** Makes a topic; false if it exists already. A queue of the same name stays beside it. */
    public boolean create(TopicName name) {
        return durably.run(() -> {
            synchronized (this) {
                SimpleString address = SimpleString.of(name.value());
                AddressInfo existing = server.getAddressInfo(address);
                if (existing == null) {
                    server.addAddressInfo(new AddressInfo(address, RoutingType.MULTICAST));
                    return true;
                }
                if (existing.getRoutingTypes().contains(RoutingType.MULTICAST)) {
                    return false;
                }
                server.updateAddressInfo(address, EnumSet.allOf(RoutingType.class));
                return true;
            }
        });
    }

    /**
     * Makes a topic unless it exists already, and has it stay until somebody deletes it, also where a client made it in
     * passing and Artemis would take it away after its last subscription. Until the next start, which knows nothing of it.
     */
    public void keep(TopicName name) {
        if (!exists(name)) {
            create(name);
        }
        AddressInfo topic = index.topics().get(name.value());
        if (topic != null) {
            topic.setAutoCreated(false);
        }
    }

    /** Deletes the topic and its subscriptions with their messages; false if there is no such topic. */
    public boolean delete(TopicName name) {
        return durably.run(() -> {
            AddressInfo topic = index.topics().get(name.value());
            if (topic == null) {
                return false;
            }
            for (Queue subscriber : subscribersOf(topic)) {
                server.destroyQueue(subscriber.getName(), null, false, true, false);
            }
            if (topic.getRoutingTypes().contains(RoutingType.ANYCAST)) {
                server.updateAddressInfo(topic.getName(), EnumSet.of(RoutingType.ANYCAST));
            } else {
                server.removeAddressInfo(topic.getName(), null);
            }
            return true;
        });
    }

    private List<Queue> subscribersOf(AddressInfo topic) throws Exception {
        return server.getPostOffice().listQueuesForAddress(topic.getName()).stream()
                .filter(queue -> queue.getRoutingType() == RoutingType.MULTICAST)
                .toList();
    }

    /** The topic's durable subscriptions by the name of their queue. */
    public Page<QueueState> listSubscriptions(TopicName name, PageRequest page) {
        durably.requireRunning();
        return index.subscriptionsOf(name.value()).page(page, BrokerQueues::state);
    }

    /** What a durable subscription does differently from the defaults; empty if there is none. */
    public Optional<SubscriptionSettings> settingsOf(TopicName name, String subscription) {
        durably.requireRunning();
        return Optional.ofNullable(index.subscriptionsOf(name.value()).get(subscription))
                .map(queue -> settings.ofSubscription(queue.getName().toString()));
    }

    /** Replaces the settings of a durable subscription; false if there is none. */
    public boolean change(TopicName name, String subscription, SubscriptionSettings wanted) {
        return durably.run(() -> {
            Queue queue = index.subscriptionsOf(name.value()).get(subscription);
            if (queue == null) {
                return false;
            }
            settings.put(queue.getName().toString(), wanted);
            return true;
        });
    }

    /** Ends a durable subscription, drops its messages and disconnects its consumers; false if there is none. */
    public boolean deleteSubscription(TopicName name, String subscription) {
        return durably.run(() -> {
            Queue queue = index.subscriptionsOf(name.value()).get(subscription);
            if (queue == null) {
                return false;
            }
            server.destroyQueue(queue.getName(), null, false, true, false);
            return true;
        });
    }

    private TopicState state(AddressInfo topic) {
        String name = topic.getName().toString();
        return new TopicState(
                name,
                index.subscriptionsOf(name).size(),
                topic.getRoutedMessageCount(),
                topic.getUnRoutedMessageCount());
    }
}
