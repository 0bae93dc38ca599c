package io.packetboat.broker;

import io.packetboat.broker.BrokerOperation.Routing;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.jspecify.annotations.Nullable;

/** What the broker knows of an address or queue by its name; empty answers until the broker runs. */
final class AddressBook {
    private static final Set<Routing> QUEUE = Set.of(Routing.ANYCAST);
    private static final Set<Routing> TOPIC = Set.of(Routing.MULTICAST);
    private static final Set<Routing> BOTH = Collections.unmodifiableSet(EnumSet.allOf(Routing.class));

    private volatile @Nullable ActiveMQServer server;

    void open(ActiveMQServer running) {
        server = running;
    }

    /**
     * The routings that a name stands for: the queue's own if one is named, else those of the address; both if there is
     * no such address yet, none for a queue that does not exist.
     */
    Set<Routing> routingsOf(String address, Optional<String> queueName) {
        ActiveMQServer running = server;
        if (running == null) {
            return Set.of();
        }
        if (queueName.isPresent()) {
            Queue queue = running.locateQueue(SimpleString.of(queueName.get()));
            return queue == null ? Set.of() : Set.of(routing(queue.getRoutingType()));
        }
        AddressInfo info = running.getAddressInfo(SimpleString.of(address));
        if (info == null || info.getRoutingTypes().size() != 1) {
            return BOTH;
        }
        return info.getRoutingTypes().contains(RoutingType.ANYCAST) ? QUEUE : TOPIC;
    }

    boolean hasRouting(String address, Routing routing) {
        ActiveMQServer running = server;
        AddressInfo info = running == null ? null : running.getAddressInfo(SimpleString.of(address));
        return info != null && info.getRoutingTypes().stream().anyMatch(type -> routing(type) == routing);
    }

    static Routing routing(RoutingType type) {
        return switch (type) {
            case ANYCAST -> Routing.ANYCAST;
            case MULTICAST -> Routing.MULTICAST;
        };
    }
}
