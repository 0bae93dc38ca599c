package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** AMQP 1.0, the protocol of Qpid JMS, proton and rhea; queue or topic is told by the link's capabilities. */
final class Amqp {
    static final String PROTOCOL = "AMQP";

    private Amqp() {}

    static List<Listener> listeners(MessagingConfig config) {
        return List.of(
                Ports.plain(config, Port.AMQP, Set.of(PROTOCOL), parameters(config)),
                Ports.tls(config, Port.AMQPS, Set.of(PROTOCOL), parameters(config)));
    }

    static Map<String, Object> parameters(MessagingConfig config) {
        return Map.of("maxFrameSize", config.maxFrameSize());
    }
}
