package io.packetboat.it.monitoring;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Sends and receives over AMQP, as much as figures need. */
final class Messages {
    private Messages() {}

    static void send(PacketboatServer server, String queue, int messages) throws JMSException {
        try (Connection connection = connect(server);
                Session session = connection.createSession()) {
            MessageProducer producer = session.createProducer(session.createQueue(queue));
            for (int i = 0; i < messages; i++) {
                producer.send(session.createTextMessage("message " + i));
            }
        }
    }

    static void sendToQueues(PacketboatServer server, String prefix, int queues) throws JMSException {
        try (Connection connection = connect(server);
                Session session = connection.createSession()) {
            MessageProducer producer = session.createProducer(null);
            for (int i = 0; i < queues; i++) {
                producer.send(session.createQueue(prefix + i), session.createTextMessage("one"));
            }
        }
    }

    static void receive(PacketboatServer server, String queue, int messages) throws JMSException {
        try (Connection connection = connect(server);
                Session session = connection.createSession()) {
            connection.start();
            MessageConsumer consumer = session.createConsumer(session.createQueue(queue));
            for (int i = 0; i < messages; i++) {
                if (consumer.receive(60_000) == null) {
                    throw new AssertionError("message " + i + " is missing");
                }
            }
        }
    }

    private static Connection connect(PacketboatServer server) throws JMSException {
        Connection connection = new JmsConnectionFactory(
                        Admin.USER, Admin.PASSWORD, "amqp://localhost:" + server.port(ServerPort.AMQP))
                .createConnection();
        connection.start();
        return connection;
    }
}
