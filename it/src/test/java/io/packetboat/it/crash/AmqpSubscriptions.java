package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.Topic;

/** Durable subscriptions made over AMQP. */
final class AmqpSubscriptions implements Definitions {
    private static final String CLIENT = "crash-subscriptions";

    private final Connection connection;
    private final Session session;
    private final Topic topic;
    private final CoreQueues queues;

    AmqpSubscriptions(PacketboatServer server) throws Exception {
        connection = JmsClients.AMQP.connect(server);
        connection.setClientID(CLIENT);
        session = connection.createSession();
        topic = session.createTopic("crash.subscribed");
        queues = new CoreQueues(server);
    }

    @Override
    public void create(String name) throws JMSException {
        session.createDurableConsumer(topic, name).close();
    }

    @Override
    public void delete(String name) throws JMSException {
        session.unsubscribe(name);
    }

    @Override
    public boolean exists(String name) throws Exception {
        return queues.exists(CLIENT + '.' + name);
    }

    @Override
    public void close() throws JMSException {
        queues.close();
        connection.close();
    }
}
