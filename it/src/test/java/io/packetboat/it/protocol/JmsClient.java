package io.packetboat.it.protocol;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Transport;
import jakarta.jms.ConnectionFactory;

/** The JMS clients, for tests that hold for each of them. */
enum JmsClient {
    AMQP {
        @Override
        ConnectionFactory factory(PacketboatServer server) {
            return JmsClients.amqp(server, Transport.PLAIN);
        }
    },
    CORE {
        @Override
        ConnectionFactory factory(PacketboatServer server) {
            return JmsClients.core(server, Transport.PLAIN);
        }
    },
    OPENWIRE {
        @Override
        ConnectionFactory factory(PacketboatServer server) throws Exception {
            return JmsClients.openWire(server, Transport.PLAIN);
        }
    };

    abstract ConnectionFactory factory(PacketboatServer server) throws Exception;
}
