package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What all protocols' ports have in common: a plain one and one with the server's certificate. */
final class Ports {
    private Ports() {}

    static Listener plain(MessagingConfig config, Port port, Set<String> protocols, Map<String, Object> transport) {
        Map<String, Object> parameters = new HashMap<>(transport);
        parameters.put("connectionsAllowed", config.maxConnections());
        // WebSocket is understood on every port, and the broker bounds the frames of all protocols by it.
        parameters.put("webSocketMaxFramePayloadLength", config.maxMessageSize());
        return new Listener(
                port.name().toLowerCase(Locale.ROOT),
                protocols,
                config.host(),
                config.port(port),
                port.key(),
                parameters);
    }

    static Listener tls(MessagingConfig config, Port port, Set<String> protocols, Map<String, Object> transport) {
        Map<String, Object> parameters = new HashMap<>(transport);
        parameters.put("sslEnabled", true);
        parameters.put("keyStorePath", LibertyTls.KEY_STORE);
        parameters.put("enabledProtocols", "TLSv1.2,TLSv1.3");
        return plain(config, port, protocols, parameters);
    }
}
