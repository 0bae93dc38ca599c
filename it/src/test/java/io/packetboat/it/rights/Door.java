package io.packetboat.it.rights;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.util.UUID;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Each protocol, with the client that its users have. */
enum Door {
    AMQP {
        @Override
        Client open(PacketboatServer server, Login login, String clientId, boolean keepsSession) throws Exception {
            return JmsClient.open(
                    new JmsConnectionFactory(
                            login.user(),
                            login.password(),
                            "amqp://127.0.0.1:" + server.port(ServerPort.AMQP) + "?transport.localAddress="
                                    + login.source()),
                    clientId);
        }
    },
    CORE {
        @Override
        Client open(PacketboatServer server, Login login, String clientId, boolean keepsSession) throws Exception {
            ActiveMQJMSConnectionFactory factory = new ActiveMQJMSConnectionFactory(
                    "tcp://127.0.0.1:" + server.port(ServerPort.CORE) + "?localAddress=" + login.source());
            factory.setUser(login.user());
            factory.setPassword(login.password());
            return JmsClient.open(factory, clientId);
        }
    },
    OPENWIRE {
        @Override
        Client open(PacketboatServer server, Login login, String clientId, boolean keepsSession) throws Exception {
            ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(
                    login.user(),
                    login.password(),
                    "tcp://127.0.0.1:" + server.port(ServerPort.CORE) + "/" + login.source() + ":0");
            factory.setWatchTopicAdvisories(false);
            return JmsClient.open(factory, clientId);
        }
    },
    STOMP {
        @Override
        Client open(PacketboatServer server, Login login, String clientId, boolean keepsSession) throws Exception {
            return new StompClient(server.port(ServerPort.STOMP), login, clientId);
        }
    },
    MQTT_3 {
        @Override
        Client open(PacketboatServer server, Login login, String clientId, boolean keepsSession) throws Exception {
            return new Mqtt3Client(server.port(ServerPort.MQTT), login, clientId, keepsSession);
        }
    },
    MQTT_5 {
        @Override
        Client open(PacketboatServer server, Login login, String clientId, boolean keepsSession) throws Exception {
            return new Mqtt5Client(server.port(ServerPort.MQTT), login, clientId, keepsSession);
        }
    };

    /**
     * Logs in.
     *
     * @param keepsSession for MQTT, whose durable subscriptions belong to a session
     */
    abstract Client open(PacketboatServer server, Login login, String clientId, boolean keepsSession) throws Exception;

    Client open(PacketboatServer server, Login login) throws Exception {
        return open(server, login, "rights-" + UUID.randomUUID(), false);
    }
}
