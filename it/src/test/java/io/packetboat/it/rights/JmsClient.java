package io.packetboat.it.rights;

import static org.awaitility.Awaitility.await;

import io.packetboat.it.client.Destination;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidClientIDException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.ActiveMQConnection;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.activemq.command.ActiveMQDestination;
import org.jspecify.annotations.Nullable;

/** Any of the three JMS clients. */
final class JmsClient implements Client {
    private static final long SOON_MILLIS = 60_000;

    private final Connection connection;
    private final Session session;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable MessageConsumer consumer;

    private JmsClient(Connection connection) throws JMSException {
        this.connection = connection;
        connection.setExceptionListener(failure -> ended.countDown());
        connection.start();
        this.session = connection.createSession();
    }

    /** The client id may be in use for a moment after its former connection has ended. */
    static JmsClient open(ConnectionFactory factory, String clientId) throws Exception {
        return await().atMost(Duration.ofMillis(SOON_MILLIS))
                .ignoreException(InvalidClientIDException.class)
                .until(() -> openOnce(factory, clientId), client -> true);
    }

    private static JmsClient openOnce(ConnectionFactory factory, String clientId) throws Exception {
        Connection connection = null;
        try {
            connection = factory.createConnection();
            connection.setClientID(clientId);
            return new JmsClient(connection);
        } catch (JMSSecurityException e) {
            closeQuietly(connection);
            throw new Refused(e);
        } catch (InvalidClientIDException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static void closeQuietly(@Nullable Connection connection) throws JMSException {
        if (connection != null) {
            connection.close();
        }
    }

    boolean isCore() {
        return session instanceof ActiveMQSession;
    }

    Session session() {
        return session;
    }

    @Override
    public void send(Destination to, String text) throws Exception {
        send(to, session.createTextMessage(text));
    }

    void send(Destination to, Message message) throws Exception {
        refusable(() -> {
            try (MessageProducer producer = session.createProducer(in(to))) {
                producer.send(message);
            }
        });
    }

    @Override
    public void consume(Destination from) throws Exception {
        consume(in(from));
    }

    void consume(jakarta.jms.Destination from) throws Exception {
        refusable(() -> consumer = session.createConsumer(from));
    }

    @Override
    public String receive() throws Exception {
        if (consumer == null) {
            throw new IllegalStateException("Nothing is consumed");
        }
        Message message = consumer.receive(SOON_MILLIS);
        if (message == null) {
            throw new AssertionError("No message");
        }
        return message.getBody(String.class);
    }

    List<?> browse(String queue) throws Exception {
        List<?>[] seen = {List.of()};
        refusable(() -> {
            try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
                seen[0] = Collections.list(browser.getEnumeration());
            }
        });
        return seen[0];
    }

    @Override
    public void subscribeDurably(String topic, String subscription) throws Exception {
        refusable(() -> consumer = session.createDurableSubscriber(session.createTopic(topic), subscription));
    }

    @Override
    public void unsubscribe(String topic, String subscription) throws Exception {
        refusable(() -> {
            if (consumer != null) {
                consumer.close();
            }
            session.unsubscribe(subscription);
        });
    }

    TemporaryQueue createTemporaryQueue() throws Exception {
        TemporaryQueue[] made = new TemporaryQueue[1];
        refusable(() -> made[0] = session.createTemporaryQueue());
        return made[0];
    }

    void delete(TemporaryQueue queue) throws Exception {
        refusable(queue::delete);
    }

    /** What Core can. */
    void deleteByCore(String queue) throws Exception {
        refusable(() -> coreSession().deleteQueue(queue));
    }

    private org.apache.activemq.artemis.api.core.client.ClientSession coreSession() {
        return ((ActiveMQSession) session).getCoreSession();
    }

    /** What OpenWire can. */
    void deleteByOpenWire(Destination destination) throws Exception {
        refusable(() -> ((ActiveMQConnection) connection)
                .destroyDestination(ActiveMQDestination.createDestination(
                        destination.name(),
                        destination.kind() == Destination.Kind.QUEUE
                                ? ActiveMQDestination.QUEUE_TYPE
                                : ActiveMQDestination.TOPIC_TYPE)));
    }

    @Override
    public boolean endsWithin(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws JMSException {
        try {
            connection.close();
        } catch (JMSException e) {
            // OpenWire's client complains of closing what the server has closed.
            if (ended.getCount() > 0) {
                throw e;
            }
        }
    }

    private jakarta.jms.Destination in(Destination destination) throws JMSException {
        return switch (destination.kind()) {
            case QUEUE -> session.createQueue(destination.name());
            case TOPIC -> session.createTopic(destination.name());
        };
    }

    private static void refusable(Step step) throws Exception {
        try {
            step.run();
        } catch (JMSSecurityException | ActiveMQSecurityException e) {
            throw new Refused(e);
        } catch (JMSException e) {
            // Artemis gives AMQP's internal-error for what it could not create, whatever the cause; the text tells it.
            throw String.valueOf(e.getMessage()).contains(" may not ") ? new Refused(e) : e;
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
