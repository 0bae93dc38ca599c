package io.packetboat.it.client;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.TrustStore;
import jakarta.jms.ConnectionFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** The three JMS clients, each with the administrator's login. */
public final class JmsClients {
    private JmsClients() {}

    /** Qpid JMS. */
    public static JmsConnectionFactory amqp(PacketboatServer server, Transport transport) {
        return transport == Transport.PLAIN
                ? amqp("amqp://localhost:" + server.port(ServerPort.AMQP))
                : amqp("amqps://localhost:" + server.port(ServerPort.AMQPS) + "?" + amqpTrust(server.trustStore()));
    }

    /** Qpid JMS in WebSocket frames. */
    public static JmsConnectionFactory amqpOverWebSocket(PacketboatServer server, Transport transport) {
        return transport == Transport.PLAIN
                ? amqp("amqpws://localhost:" + server.port(ServerPort.WS))
                : amqp("amqpwss://localhost:" + server.port(ServerPort.WSS) + "?" + amqpTrust(server.trustStore()));
    }

    /** Artemis' Jakarta client. */
    public static ActiveMQJMSConnectionFactory core(PacketboatServer server, Transport transport) {
        if (transport == Transport.PLAIN) {
            return core("tcp://localhost:" + server.port(ServerPort.CORE));
        }
        TrustStore trust = server.trustStore();
        return core("tcp://localhost:" + server.port(ServerPort.CORES) + "?sslEnabled=true&trustStorePath="
                + encoded(trust) + "&trustStorePassword=" + TrustStore.PASSWORD);
    }

    /** ActiveMQ Classic's Jakarta client. */
    public static ConnectionFactory openWire(PacketboatServer server, Transport transport) throws Exception {
        ActiveMQSslConnectionFactory factory = new ActiveMQSslConnectionFactory(
                transport == Transport.PLAIN
                        ? "tcp://localhost:" + server.port(ServerPort.CORE)
                        : "ssl://localhost:" + server.port(ServerPort.CORES));
        factory.setUserName(Admin.USER);
        factory.setPassword(Admin.PASSWORD);
        if (transport == Transport.TLS) {
            factory.setTrustStore(server.trustStore().file().toUri().toString());
            factory.setTrustStorePassword(TrustStore.PASSWORD);
            factory.setTrustStoreType("PKCS12");
        }
        return factory;
    }

    private static JmsConnectionFactory amqp(String uri) {
        return new JmsConnectionFactory(Admin.USER, Admin.PASSWORD, uri);
    }

    private static ActiveMQJMSConnectionFactory core(String uri) {
        ActiveMQJMSConnectionFactory factory = new ActiveMQJMSConnectionFactory(uri);
        factory.setUser(Admin.USER);
        factory.setPassword(Admin.PASSWORD);
        return factory;
    }

    private static String amqpTrust(TrustStore trust) {
        return "transport.trustStoreLocation=" + encoded(trust) + "&transport.trustStorePassword="
                + TrustStore.PASSWORD;
    }

    private static String encoded(TrustStore trust) {
        return URLEncoder.encode(trust.file().toString(), StandardCharsets.UTF_8);
    }
}
