package io.packetboat.broker;

import io.packetboat.kernel.messaging.MadeUpNames;
import java.util.EnumSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerAddressPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.jspecify.annotations.Nullable;

/**
 * The queues, topics and durable subscriptions that users know, sorted by name, so that a page of a list costs as much
 * as the page and not as the 100,000 queues. Internal and temporary ones stay out.
 *
 * <p>Kept by the broker's callbacks; those do not report what was found in the journal, so {@link #fill} reads it once.
 * Safe for any number of threads.
 */
final class DestinationIndex implements ActiveMQServerQueuePlugin, ActiveMQServerAddressPlugin {
    private static final NamedThings<Queue> NONE = new NamedThings<>();

    private final NamedThings<Queue> queues = new NamedThings<>();
    private final NamedThings<AddressInfo> topics = new NamedThings<>();
    private final ConcurrentHashMap<String, NamedThings<Queue>> subscriptions = new ConcurrentHashMap<>();

    /** Reads what exists, once the journal is loaded and before clients come. */
    void fill(ActiveMQServer server) {
        server.getPostOffice()
                .getAllBindings()
                .filter(LocalQueueBinding.class::isInstance)
                .map(binding -> ((LocalQueueBinding) binding).getQueue())
                .forEach(this::add);
        server.getPostOffice().getAddresses().forEach(name -> keep(server.getAddressInfo(name)));
    }

    NamedThings<Queue> queues() {
        return queues;
    }

    NamedThings<AddressInfo> topics() {
        return topics;
    }

    /** The durable subscriptions of one topic, by the name of their queue. */
    NamedThings<Queue> subscriptionsOf(String topic) {
        return subscriptions.getOrDefault(topic, NONE);
    }

    @Override
    public void afterCreateQueue(Queue queue) {
        add(queue);
    }

    private void add(Queue queue) {
        if (queue.isInternalQueue()
                || queue.isTemporary()
                || InternalNames.isHidden(queue.getAddress().toString())) {
            return;
        }
        if (queue.getRoutingType() == RoutingType.ANYCAST) {
            queues.put(queue.getName().toString(), queue);
        } else if (queue.isDurable()) {
            // Within the map's own step, so that none is put where the last one is just being taken away.
            subscriptions.compute(queue.getAddress().toString(), (topic, known) -> {
                NamedThings<Queue> ofTopic = known == null ? new NamedThings<>() : known;
                ofTopic.put(queue.getName().toString(), queue);
                return ofTopic;
            });
        }
    }

    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            @Nullable SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress) {
        queues.remove(queue.getName().toString(), queue);
        subscriptions.computeIfPresent(queue.getAddress().toString(), (topic, ofTopic) -> {
            ofTopic.remove(queue.getName().toString(), queue);
            return ofTopic.size() == 0 ? null : ofTopic;
        });
    }

    @Override
    public void afterAddAddress(AddressInfo address, boolean reload) {
        keep(address);
    }

    @Override
    public void afterUpdateAddress(@Nullable AddressInfo address) {
        if (address != null) {
            keep(address);
        }
    }

    private void keep(@Nullable AddressInfo address) {
        if (address == null) {
            return;
        }
        String name = address.getName().toString();
        EnumSet<RoutingType> routings = address.getRoutingTypes();
        boolean known = routings.contains(RoutingType.MULTICAST)
                && !address.isInternal()
                && !(address.isTemporary() && MadeUpNames.include(name))
                && !InternalNames.isHidden(name);
        if (known) {
            topics.put(name, address);
        } else {
            topics.remove(name);
        }
    }

    @Override
    public void afterRemoveAddress(SimpleString name, @Nullable AddressInfo address) {
        topics.remove(name.toString());
    }
}
