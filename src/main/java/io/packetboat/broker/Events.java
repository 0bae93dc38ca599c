package io.packetboat.broker;

import java.util.Optional;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerAddressPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Turns Artemis' callbacks into the events that observers know. */
final class Events implements ActiveMQServerConnectionPlugin, ActiveMQServerQueuePlugin, ActiveMQServerAddressPlugin {
    private final Observers observers;
    private final Sources sources;

    Events(Observers observers, Sources sources) {
        this.observers = observers;
        this.sources = sources;
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        String listener = listenerOf(connection);
        String remote = String.valueOf(connection.getRemoteAddress());
        observers.tell(observer -> observer.connectionOpened(listener, remote));
    }

    @Override
    public void afterDestroyConnection(RemotingConnection connection) {
        String listener = listenerOf(connection);
        String remote = String.valueOf(connection.getRemoteAddress());
        observers.tell(observer -> observer.connectionClosed(listener, remote));
    }

    private String listenerOf(RemotingConnection connection) {
        return sources.listenerOf(connection).map(Listener::name).orElse("");
    }

    @Override
    public void afterCreateQueue(Queue queue) {
        if (queue.isInternalQueue()) {
            return;
        }
        observers.tell(observer -> observer.queueCreated(
                queue.getAddress().toString(),
                queue.getName().toString(),
                AddressBook.routing(queue.getRoutingType()),
                Optional.ofNullable(queue.getUser()).map(SimpleString::toString)));
    }

    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            @Nullable SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress) {
        if (queue.isInternalQueue()) {
            return;
        }
        observers.tell(observer -> observer.queueDeleted(
                address.toString(),
                queue.getName().toString(),
                AddressBook.routing(queue.getRoutingType()),
                Optional.ofNullable(session).map(SecurityAuth::getUsername)));
    }

    @Override
    public void afterRemoveAddress(SimpleString address, @Nullable AddressInfo removed) {
        observers.tell(observer -> observer.topicRemoved(address.toString()));
    }

    @Override
    public void afterUpdateAddress(@Nullable AddressInfo address) {
        if (address != null && !address.getRoutingTypes().contains(RoutingType.MULTICAST)) {
            observers.tell(observer -> observer.topicRemoved(address.getName().toString()));
        }
    }
}
