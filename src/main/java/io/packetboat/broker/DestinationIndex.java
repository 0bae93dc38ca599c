package io.packetboat.broker;

import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
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
    /** Sorts before every character of a name, so that a topic's subscriptions stand together. */
    private static final char SEPARATOR = '\0';

    private final ConcurrentSkipListMap<String, Queue> queues = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Queue> subscriptions = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, AddressInfo> topics = new ConcurrentSkipListMap<>();

    /** Reads what exists, once the journal is loaded and before clients come. */
    void fill(ActiveMQServer server) {
        server.getPostOffice()
                .getAllBindings()
                .filter(LocalQueueBinding.class::isInstance)
                .map(binding -> ((LocalQueueBinding) binding).getQueue())
                .forEach(this::add);
        server.getPostOffice().getAddresses().forEach(name -> keep(server.getAddressInfo(name)));
    }

    NavigableMap<String, Queue> queues() {
        return queues;
    }

    NavigableMap<String, AddressInfo> topics() {
        return topics;
    }

    /** The durable subscriptions of one topic, by the name of their queue. */
    NavigableMap<String, Queue> subscriptionsOf(String topic) {
        ConcurrentSkipListMap<String, Queue> ofTopic = new ConcurrentSkipListMap<>();
        subscriptions
                .subMap(topic + SEPARATOR, true, topic + (char) (SEPARATOR + 1), false)
                .forEach((key, queue) -> ofTopic.put(key.substring(topic.length() + 1), queue));
        return ofTopic;
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
            subscriptions.put(subscriptionKey(queue), queue);
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
        subscriptions.remove(subscriptionKey(queue), queue);
    }

    private static String subscriptionKey(Queue queue) {
        return queue.getAddress().toString() + SEPARATOR + queue.getName();
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
                && !(address.isTemporary() && TemporaryDestinations.isMadeUp(name))
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
