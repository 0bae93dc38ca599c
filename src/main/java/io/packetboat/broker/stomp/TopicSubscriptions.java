package io.packetboat.broker.stomp;

import java.util.EnumSet;
import java.util.Map;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrame;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrameInterceptor;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes STOMP clients to the topic where a queue has the same name.
 *
 * <p>Artemis 2.55.0 ({@code StompSession.addSubscription}) does not look at what the client asked for: whoever subscribes
 * to a topic whose address is a queue too becomes a consumer of the queue, and takes its messages from those they were
 * meant for. While a SUBSCRIBE to a topic is carried out, the broker therefore says of such an address that it is a topic
 * alone, to the thread that carries it out and to no other.
 */
public final class TopicSubscriptions implements StompFrameInterceptor {
    private final FramesBehind framesBehind = new FramesBehind();
    private final ThreadLocal<@Nullable RoutingType> subscribing = new ThreadLocal<>();

    @Override
    public boolean intercept(StompFrame frame, RemotingConnection remoting) {
        StompConnection connection = (StompConnection) remoting;
        if (!frame.getCommand().equals("SUBSCRIBE") || !namesTopic(frame, connection)) {
            return true;
        }
        subscribing.set(RoutingType.MULTICAST);
        try {
            connection.handleFrame(frame);
        } finally {
            subscribing.remove();
        }
        framesBehind.handle(connection);
        return false;
    }

    private static boolean namesTopic(StompFrame frame, StompConnection connection) {
        String type = frame.getHeader("subscription-type");
        if (type != null) {
            return type.equals(RoutingType.MULTICAST.name());
        }
        String destination = frame.getHeader("destination");
        Map<SimpleString, RoutingType> prefixes = connection.getManager().getPrefixes();
        return destination != null
                && prefixes.entrySet().stream()
                        .anyMatch(prefix -> prefix.getValue() == RoutingType.MULTICAST
                                && destination.startsWith(prefix.getKey().toString()));
    }

    /** The address as this thread is to see it. */
    public @Nullable AddressInfo seen(@Nullable AddressInfo address) {
        if (address == null
                || subscribing.get() == null
                || address.getRoutingTypes().size() < 2) {
            return address;
        }
        return new AddressInfo(address.getName(), EnumSet.of(RoutingType.MULTICAST));
    }
}
