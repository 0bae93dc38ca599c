package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** STOMP 1.0 to 1.2; {@code /queue/x} is the queue {@code x} and {@code /topic/x} the topic {@code x}. */
final class Stomp {
    static final String PROTOCOL = "STOMP";
    /**
     * A client that agrees on no heart-beats, as none of STOMP 1.0 can, may be silent for so long; Artemis' default of one
     * minute would cut off every quiet consumer. The transport notices peers that are gone.
     */
    private static final Duration SILENCE = Duration.ofDays(30);

    static final Map<String, Object> PARAMETERS = Map.of(
            "anycastPrefix", "/queue/",
            "multicastPrefix", "/topic/",
            "connectionTtl", Long.toString(SILENCE.toMillis()));

    private Stomp() {}

    static List<Listener> listeners(MessagingConfig config) {
        return List.of(
                Ports.plain(config, Port.STOMP, Set.of(PROTOCOL), PARAMETERS),
                Ports.tls(config, Port.STOMPS, Set.of(PROTOCOL), PARAMETERS));
    }
}
