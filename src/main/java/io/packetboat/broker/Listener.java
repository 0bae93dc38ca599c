package io.packetboat.broker;

import io.packetboat.kernel.InvalidValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One address and port on which the broker accepts connections, described by a messaging door.
 *
 * @param name unique among the listeners, for example {@code amqps}; health and metrics call it so
 * @param protocols Artemis' protocol names: {@code AMQP}, {@code MQTT}, {@code STOMP}, {@code OPENWIRE}, {@code CORE}
 * @param host the local address to bind, {@code 0.0.0.0} for all
 * @param port the port, 0 for any free one (see {@link EmbeddedBroker#port(String)})
 * @param portKey the configuration key that sets the port; the failure to open it names this key
 * @param transport further parameters of Artemis' Netty acceptor: TLS, prefixes, limits; host, port and protocols stay
 *     out of it
 */
public record Listener(
        String name, Set<String> protocols, String host, int port, String portKey, Map<String, Object> transport) {

    public Listener {
        if (port < 0 || port > 65_535) {
            throw new InvalidValue(portKey, "must be between 0 and 65535");
        }
        if (protocols.isEmpty()) {
            throw new InvalidValue("protocols", "must name at least one protocol");
        }
        protocols = Set.copyOf(protocols);
        transport = Map.copyOf(transport);
    }

    /** The protocols in Artemis' comma-separated form, in a stable order. */
    String protocolList() {
        return String.join(",", new TreeSet<>(protocols));
    }
}
