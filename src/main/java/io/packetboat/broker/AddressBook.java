package io.packetboat.broker;

import io.packetboat.broker.BrokerOperation.Routing;
import java.util.EnumSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.jspecify.annotations.Nullable;

/** What the broker knows of an address or queue by its name; empty answers until the broker runs. */
final class AddressBook {
    private volatile @Nullable ActiveMQServer server;

    void open(ActiveMQServer running) {
        server = running;
    }

    /** The routing of the queue if there is one of this name, else those of the address, else both. */
    Set<Routing> routingsOf(String address, String queueName) {
        ActiveMQServer running = server;
        if (running == null) {
            return Set.of();
        }
        Queue queue = running.locateQueue(SimpleString.of(queueName));
        if (queue != null && !queueName.equals(address)) {
            return Set.of(routing(queue.getRoutingType()));
        }
        AddressInfo info = running.getAddressInfo(SimpleString.of(address));
        if (info == null || info.getRoutingTypes().isEmpty()) {
            return EnumSet.allOf(Routing.class);
        }
        EnumSet<Routing> routings = EnumSet.noneOf(Routing.class);
        info.getRoutingTypes().forEach(type -> routings.add(routing(type)));
        return routings;
    }

    static Routing routing(RoutingType type) {
        return switch (type) {
            case ANYCAST -> Routing.ANYCAST;
            case MULTICAST -> Routing.MULTICAST;
        };
    }
}
