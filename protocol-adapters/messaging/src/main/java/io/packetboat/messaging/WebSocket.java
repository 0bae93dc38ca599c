package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MQTT, STOMP and AMQP inside WebSocket frames, for browsers and for networks that let only HTTP pass.
 *
 * <p>The client names its protocol as WebSocket subprotocol ({@code mqtt}, {@code v12.stomp}, {@code amqp}).
 */
final class WebSocket {
    private static final Set<String> PROTOCOLS = Set.of(Mqtt.PROTOCOL, Stomp.PROTOCOL, Amqp.PROTOCOL);

    private WebSocket() {}

    static List<Listener> listeners(MessagingConfig config) {
        Map<String, Object> parameters = new HashMap<>(Stomp.PARAMETERS);
        parameters.putAll(Amqp.parameters(config));
        parameters.putAll(Mqtt.parameters(config));
        return List.of(
                Ports.plain(config, Port.WS, PROTOCOLS, parameters),
                Ports.tls(config, Port.WSS, PROTOCOLS, parameters));
    }
}
