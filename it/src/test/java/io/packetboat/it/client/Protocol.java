package io.packetboat.it.client;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.util.UUID;

/** Each protocol with the client library that its users have. */
public enum Protocol {
    AMQP {
        @Override
        public Party open(PacketboatServer server, Transport transport) throws Exception {
            return new JmsParty(JmsClients.amqp(server, transport));
        }
    },
    CORE {
        @Override
        public Party open(PacketboatServer server, Transport transport) throws Exception {
            return new JmsParty(JmsClients.core(server, transport));
        }
    },
    OPENWIRE {
        @Override
        public Party open(PacketboatServer server, Transport transport) throws Exception {
            return new JmsParty(JmsClients.openWire(server, transport));
        }
    },
    STOMP {
        @Override
        public Party open(PacketboatServer server, Transport transport) throws Exception {
            StompConnection connection = transport == Transport.PLAIN
                    ? StompConnection.plain(server.port(ServerPort.STOMP))
                    : StompConnection.tls(
                            server.port(ServerPort.STOMPS), server.trustStore().context());
            connection.login("1.2", Admin.USER, Admin.PASSWORD);
            return new StompParty(connection);
        }
    },
    MQTT_3 {
        @Override
        public Party open(PacketboatServer server, Transport transport) throws Exception {
            return new Mqtt3Party(mqttUri(server, transport), clientId(), server.trustStore());
        }
    },
    MQTT_5 {
        @Override
        public Party open(PacketboatServer server, Transport transport) throws Exception {
            return new Mqtt5Party(mqttUri(server, transport), clientId(), server.trustStore());
        }
    };

    /** Logged in as the administrator. */
    public abstract Party open(PacketboatServer server, Transport transport) throws Exception;

    /** MQTT knows topics alone. */
    public boolean hasQueues() {
        return this != MQTT_3 && this != MQTT_5;
    }

    /** MQTT 3.1.1 carries a body and nothing else. */
    public boolean hasProperties() {
        return this != MQTT_3;
    }

    private static String mqttUri(PacketboatServer server, Transport transport) {
        return transport == Transport.PLAIN
                ? "tcp://localhost:" + server.port(ServerPort.MQTT)
                : "ssl://localhost:" + server.port(ServerPort.MQTTS);
    }

    private static String clientId() {
        return "it-" + UUID.randomUUID();
    }
}
