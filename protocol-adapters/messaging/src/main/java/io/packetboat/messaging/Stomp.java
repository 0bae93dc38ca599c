package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** STOMP 1.0 to 1.2; {@code /queue/x} is the queue {@code x} and {@code /topic/x} the topic {@code x}. */
final class Stomp {
    static final String PROTOCOL = "STOMP";
    static final Map<String, Object> PARAMETERS = Map.of("anycastPrefix", "/queue/", "multicastPrefix", "/topic/");

    private Stomp() {}

    static List<Listener> listeners(MessagingConfig config) {
        return List.of(
                Ports.plain(config, Port.STOMP, Set.of(PROTOCOL), PARAMETERS),
                Ports.tls(config, Port.STOMPS, Set.of(PROTOCOL), PARAMETERS));
    }
}
