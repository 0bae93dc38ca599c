package io.packetboat.messaging;

import io.packetboat.broker.Listener;
import io.packetboat.messaging.MessagingConfig.Port;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * OpenWire (ActiveMQ Classic's clients) and Artemis Core on one port, told apart by their first bytes.
 *
 * <p>{@code Consumer.app.VirtualTopic.x} is a durable subscription of the topic {@code VirtualTopic.x}, as on ActiveMQ
 * Classic.
 *
 * @see <a href="https://activemq.apache.org/components/classic/documentation/virtual-destinations">Virtual
 *     destinations</a>
 */
final class OpenWire {
    private static final Set<String> PROTOCOLS = Set.of("OPENWIRE", "CORE");

    private OpenWire() {}

    static List<Listener> listeners(MessagingConfig config) {
        Map<String, Object> parameters = Map.of(
                "virtualTopicConsumerWildcards",
                "Consumer.*.>;2",
                // Artemis would make room for a large frame as soon as a client names its length.
                "openwireMaxPacketChunkSize",
                0);
        return List.of(
                Ports.plain(config, Port.CORE, PROTOCOLS, parameters),
                Ports.tls(config, Port.CORES, PROTOCOLS, parameters));
    }
}
