package io.packetboat.it.crash;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/** The three JMS clients, set so that every answer is waited for and a broken connection stays broken. */
enum JmsClients {
    AMQP {
        @Override
        Connection connect(PacketboatServer server) throws JMSException {
            String url = "amqp://localhost:%d?jms.closeTimeout=2000&jms.requestTimeout=60000&jms.sendTimeout=60000"
                    .formatted(server.port(ServerPort.AMQP));
            return new JmsConnectionFactory(Admin.USER, Admin.PASSWORD, url).createConnection();
        }
    },
    CORE {
        @Override
        Connection connect(PacketboatServer server) throws JMSException {
            String url = ("tcp://localhost:%d?blockOnAcknowledge=true&blockOnDurableSend=true&reconnectAttempts=0"
                            + "&callTimeout=60000&consumerWindowSize=65536")
                    .formatted(server.port(ServerPort.CORE));
            return new ActiveMQConnectionFactory(url, Admin.USER, Admin.PASSWORD).createConnection();
        }
    },
    OPENWIRE {
        @Override
        Connection connect(PacketboatServer server) throws JMSException {
            String url = "tcp://localhost:%d?jms.sendAcksAsync=false&jms.alwaysSyncSend=true&jms.closeTimeout=2000"
                    .formatted(server.port(ServerPort.CORE));
            return new org.apache.activemq.ActiveMQConnectionFactory(Admin.USER, Admin.PASSWORD, url)
                    .createConnection();
        }
    };

    /** A new connection, not started. */
    abstract Connection connect(PacketboatServer server) throws JMSException;
}
