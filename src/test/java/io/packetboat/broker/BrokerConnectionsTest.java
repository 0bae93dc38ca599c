package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.ClientConnection;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.QueueSettings;
import jakarta.jms.CompletionListener;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSConstants;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerConnectionsTest {
    private static final PageRequest ALL = PageRequest.first(10);

    @TempDir
    Path directory;

    private TestingBroker testing;
    private BrokerConnections connections;

    @BeforeEach
    void start() {
        testing = TestingBroker.started(directory);
        connections = testing.broker().connections();
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @Test
    void connectionsWithTheirPartsAreListedAndClosed() {
        AtomicBoolean disconnected = new AtomicBoolean();
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.setExceptionListener(failure -> disconnected.set(true));
            jms.createProducer().send(jms.createQueue("orders"), "first");
            jms.createConsumer(jms.createQueue("orders"));

            ClientConnection connection = connections.list(ALL).items().get(0);
            assertThat(connection.user()).contains("ada");
            assertThat(connection.protocol()).isEqualTo("CORE");
            assertThat(connection.listener()).contains("core");
            assertThat(connections.listSessions(ALL).items()).isNotEmpty();
            assertThat(connections.listConsumers(ALL).items())
                    .extracting(ClientConnection.Consumer::queue)
                    .containsExactly("orders");
            assertThat(connections.listProducers(ALL).items()).isNotEmpty();

            assertThat(connections.close(connection.id())).isTrue();

            assertThat(connections.list(ALL).items()).isEmpty();
            assertThat(connections.listSessions(ALL).items()).isEmpty();
            assertThat(connections.close(connection.id())).isFalse();
            Awaitility.await().untilTrue(disconnected);
        }
    }

    @Test
    void aClosedConsumerGivesBackWhatItHeld() throws JMSException {
        QueueName orders = new QueueName("orders");
        testing.broker().queues().create(orders, QueueSettings.DEFAULTS, false, Optional.empty());
        testing.broker().messages().send(orders, NewMessage.text("held"));
        // With JMS' own modes the client acknowledges into its session's transaction as soon as it has the message.
        try (JMSContext holding = testing.clientsOf("ada").createContext(ActiveMQJMSConstants.INDIVIDUAL_ACKNOWLEDGE);
                JMSContext next = testing.clientsOf("bob").createContext()) {
            assertThat(holding.createConsumer(holding.createQueue("orders")).receive(60_000))
                    .isNotNull();

            ClientConnection.Consumer consumer =
                    connections.listConsumers(ALL).items().get(0);
            assertThat(consumer.unsettled()).isEqualTo(1);
            assertThat(connections.closeConsumer(consumer.id())).isTrue();

            Message again = next.createConsumer(next.createQueue("orders")).receive(60_000);
            assertThat(again.getBody(String.class)).isEqualTo("held");
            assertThat(connections.closeConsumer(consumer.id())).isFalse();
        }
    }

    @Test
    void aClosedSessionAndTheSessionOfAClosedProducerAreGone() {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "first");
            ClientConnection.Producer producer =
                    connections.listProducers(ALL).items().get(0);

            assertThat(connections.closeProducer(producer.id())).isTrue();

            assertThatIsGone(producer.session());
            assertThat(connections.closeSession(producer.session())).isFalse();
            disconnect();
        }
    }

    /** Artemis ends a session behind what it has under way. */
    @Test
    void aSessionThatIsClosedWhileItIsAtWorkIsGoneBeforeTheAnswer() {
        for (int round = 0; round < 10; round++) {
            try (JMSContext jms = testing.clientsOf("ada").createContext()) {
                JMSProducer producer = jms.createProducer();
                producer.send(jms.createQueue("orders"), "first");
                String session = connections.listProducers(ALL).items().get(0).session();
                producer.setAsync(new Unheard());
                for (int sent = 0; sent < 50; sent++) {
                    producer.send(jms.createQueue("orders"), "at work");
                }

                assertThat(connections.closeSession(session)).isTrue();

                assertThatIsGone(session);
                disconnect();
            }
        }
    }

    private void assertThatIsGone(String session) {
        assertThat(connections.listSessions(ALL).items())
                .extracting(ClientConnection.Session::id)
                .doesNotContain(session);
    }

    /** Otherwise the client waits for an answer of a session that is gone when it is closed. */
    private void disconnect() {
        connections.list(ALL).items().forEach(connection -> connections.close(connection.id()));
    }

    /** What became of these sends is of no interest. */
    private static final class Unheard implements CompletionListener {
        @Override
        public void onCompletion(Message message) {}

        @Override
        public void onException(Message message, Exception exception) {}
    }
}
