package io.packetboat.it.crash;

import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.Topic;
import java.time.Duration;

/** Durable subscriptions made over AMQP. */
final class AmqpSubscriptions implements Definitions {
    private static final String CLIENT = "crash-subscriptions";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    public void create(String name) throws Exception {
        session.createDurableConsumer(topic, name).close();
        // The server ends a consumer on a thread of its own, and keeps the subscription of one that is still there.
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> queues.consumers(queue(name)) == 0);
    }

    @Override
    public void delete(String name) throws JMSException {
        session.unsubscribe(name);
    }

    @Override
    public boolean exists(String name) throws Exception {
        return queues.exists(queue(name));
    }

    private static String queue(String name) {
        return CLIENT + '.' + name;
    }

    @Override
    public void close() throws JMSException {
        queues.close();
        connection.close();
    }
}
