package io.packetboat.messaging;

import java.util.Map;

/**
 * Where the open protocols listen.
 *
 * @param host the local address of every port, {@code 0.0.0.0} for all
 * @param ports the port of each of {@link Port}; 0 lets the system choose, for tests
 * @param maxFrameSize the largest frame in bytes of AMQP, whose clients split messages into frames
 * @param maxMessageSize the largest message in bytes that a client may send in one piece on MQTT, STOMP, OpenWire and
 *     WebSocket; what is larger closes the connection with the protocol's own error
 * @param maxConnections the most connections that one port holds at a time
 */
public record MessagingConfig(
        String host, Map<Port, Integer> ports, int maxFrameSize, int maxMessageSize, int maxConnections) {

    public MessagingConfig {
        ports = Map.copyOf(ports);
    }

    /** A port that an operator can move; its configuration key is part of the documentation. */
    public enum Port {
        AMQP("packetboat.amqp.port", 5672, "AMQP 1.0."),
        AMQPS("packetboat.amqps.port", 5671, "AMQP 1.0 with TLS."),
        MQTT("packetboat.mqtt.port", 1883, "MQTT 3.1.1 and 5."),
        MQTTS("packetboat.mqtts.port", 8883, "MQTT with TLS."),
        STOMP("packetboat.stomp.port", 61613, "STOMP 1.0 to 1.2."),
        STOMPS("packetboat.stomps.port", 61614, "STOMP with TLS."),
        CORE("packetboat.core.port", 61616, "OpenWire and Artemis Core."),
        CORES("packetboat.cores.port", 61617, "OpenWire and Artemis Core with TLS."),
        WS("packetboat.ws.port", 61618, "MQTT, STOMP and AMQP over WebSocket."),
        WSS("packetboat.wss.port", 61619, "MQTT, STOMP and AMQP over WebSocket with TLS.");

        private final String key;
        private final int standard;
        private final String meaning;

        Port(String key, int standard, String meaning) {
            this.key = key;
            this.standard = standard;
            this.meaning = meaning;
        }

        /** The configuration key that moves this port. */
        public String key() {
            return key;
        }

        /** What is spoken there, one sentence for the documentation. */
        public String meaning() {
            return meaning;
        }

        /** The port number unless the operator says otherwise. */
        public int standard() {
            return standard;
        }
    }

    int port(Port port) {
        return ports.getOrDefault(port, port.standard());
    }
}
