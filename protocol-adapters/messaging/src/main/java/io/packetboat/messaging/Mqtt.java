package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MQTT 3.1.1 and 5; the MQTT topic {@code a/b/c} is the topic {@code a.b.c} of all other protocols. */
final class Mqtt {
    static final String PROTOCOL = "MQTT";

    private Mqtt() {}

    static List<Listener> listeners(MessagingConfig config) {
        return List.of(
                Ports.plain(config, Port.MQTT, Set.of(PROTOCOL), parameters(config)),
                Ports.tls(config, Port.MQTTS, Set.of(PROTOCOL), parameters(config)));
    }

    static Map<String, Object> parameters(MessagingConfig config) {
        return Map.of("maximumPacketSize", config.maxMessageSize());
    }
}
