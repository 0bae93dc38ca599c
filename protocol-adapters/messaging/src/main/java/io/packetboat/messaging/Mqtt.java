package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** MQTT 3.1.1 and 5; the MQTT topic {@code a/b/c} is the topic {@code a.b.c} of all other protocols. */
final class Mqtt {
    static final String PROTOCOL = "MQTT";
    /**
     * The longest keep-alive there is, so that every client's own holds. Artemis' default of one minute cuts off clients of
     * MQTT 3 that asked for more, or for none, and cannot be told. "Always the client's own" (-1) would cut off those that
     * asked for none after seconds.
     */
    private static final int KEEP_ALIVE_SECONDS = 65_535;

    private Mqtt() {}

    static List<Listener> listeners(MessagingConfig config) {
        return List.of(
                Ports.plain(config, Port.MQTT, Set.of(PROTOCOL), parameters(config)),
                Ports.tls(config, Port.MQTTS, Set.of(PROTOCOL), parameters(config)));
    }

    static Map<String, Object> parameters(MessagingConfig config) {
        return Map.of("maximumPacketSize", config.maxMessageSize(), "serverKeepAlive", KEEP_ALIVE_SECONDS);
    }
}
