package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import java.util.List;
import java.util.stream.Stream;

/** Every port of the open protocols, in the order in which the start reports them. */
public final class Listeners {
    private Listeners() {}

    /** The listeners for the broker to open; raises {@link io.packetboat.kernel.InvalidValue} for a port out of range. */
    public static List<Listener> of(MessagingConfig config) {
        return Stream.of(
                        Amqp.listeners(config),
                        Mqtt.listeners(config),
                        Stomp.listeners(config),
                        OpenWire.listeners(config),
                        WebSocket.listeners(config))
                .flatMap(List::stream)
                .toList();
    }
}
