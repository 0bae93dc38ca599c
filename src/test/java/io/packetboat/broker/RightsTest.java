package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.TemporaryQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsTest {
    @TempDir
    Path directory;

    private final List<BrokerOperation> refused = new CopyOnWriteArrayList<>();
    private TestingBroker testing;

    @BeforeEach
    void start() {
        testing = new TestingBroker(TestingBroker.config(directory).withPersistence(false), new BrokerObserver() {
            @Override
            public void operationRefused(Caller caller, BrokerOperation operation) {
                refused.add(operation);
            }
        });
        testing.broker().start();
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @Test
    void aRightOnTheQueueIsNoneOnTheTopicOfTheSameName() {
        testing.access().allowOnly((user, operation) -> operation.routing() == Routing.ANYCAST);

        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("both"), "to the queue");

            assertThatThrownBy(() -> jms.createProducer().send(jms.createTopic("both"), "to the topic"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void aRightOnTheTopicIsNoneOnTheQueueOfTheSameName() {
        createBoth("both");
        testing.access().allowOnly((user, operation) -> operation.routing() == Routing.MULTICAST);

        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createTopic("both"), "to the topic");

            assertThatThrownBy(() -> jms.createProducer().send(jms.createQueue("both"), "to the queue"))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
            assertThat(refused).contains(new BrokerOperation(Verb.SEND, "both", "both", Routing.ANYCAST));
        }
    }

    private void createBoth(String name) {
        try (JMSContext jms = testing.clientsOf("root").createContext()) {
            jms.createProducer().send(jms.createQueue(name), "first");
            jms.createDurableConsumer(jms.createTopic(name), "kept", null, false)
                    .close();
        } catch (JMSRuntimeException e) {
            try (JMSContext jms = testing.clientsOf("root").createContext()) {
                jms.setClientID("creator");
                jms.createDurableConsumer(jms.createTopic(name), "kept").close();
            }
        }
    }

    @Test
    void aRefusedSendInATransactionCannotBeCommitted() {
        createBoth("both");
        testing.access().allowOnly((user, operation) -> operation.routing() == Routing.MULTICAST);

        try (JMSContext jms = testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED)) {
            assertThatThrownBy(() -> {
                        jms.createProducer().send(jms.createQueue("both"), "to the queue");
                        jms.commit();
                    })
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void sendingIsNoRightToConsumeOrCreate() {
        try (JMSContext jms = testing.clientsOf("root").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "first");
        }
        testing.access().allowOnly((user, operation) -> operation.verb() == Verb.SEND);

        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "second");

            assertThatThrownBy(() -> jms.createConsumer(jms.createQueue("orders")))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
            assertThatThrownBy(
                            () -> jms.createBrowser(jms.createQueue("orders")).getEnumeration())
                    .isInstanceOfAny(JMSSecurityRuntimeException.class, JMSSecurityException.class);
            assertThatThrownBy(() -> jms.createProducer().send(jms.createQueue("others"), "new"))
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void theManagementAddressNeedsTheRightToManage() throws JMSException {
        testing.access().allowOnly((user, operation) -> operation.verb() != Verb.MANAGE);

        for (String internal : List.of("activemq.management", "activemq.notifications", "$sys.mqtt.sessions")) {
            try (JMSContext jms = testing.clientsOf("ada").createContext()) {
                Destination queue = jms.createQueue(internal);
                Destination topic = jms.createTopic(internal);

                assertThatThrownBy(() -> jms.createProducer().send(queue, "x")).isInstanceOf(JMSRuntimeException.class);
                assertThatThrownBy(() -> jms.createConsumer(topic)).isInstanceOf(JMSRuntimeException.class);
            }
        }
    }

    @Test
    void onlyItsMakerConsumesFromATemporaryQueue() {
        try (JMSContext requester = testing.clientsOf("ada").createContext();
                JMSContext responder = testing.clientsOf("bob").createContext()) {
            TemporaryQueue replies = requester.createTemporaryQueue();
            responder.createProducer().send(replies, "answer");

            assertThat(requester.createConsumer(replies).receiveBody(String.class, 60_000))
                    .isEqualTo("answer");
            String name = ((ActiveMQDestination) replies).getAddress();
            assertThatThrownBy(() -> responder.createConsumer(responder.createQueue(name)))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    @Test
    void aMessageWithoutATypeMeansTheQueueOfANameThatIsBoth() throws Exception {
        createBoth("both");
        testing.access().allowOnly((user, operation) -> operation.routing() == Routing.ANYCAST);
        long queued = messagesIn("both");

        try (ServerLocator locator = ActiveMQClient.createServerLocator(
                        "tcp://127.0.0.1:" + testing.broker().port("core").orElseThrow());
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session =
                        factory.createSession("ada", "ada", false, true, true, false, locator.getAckBatchSize());
                ClientProducer producer = session.createProducer("both")) {
            producer.send(session.createMessage(true));
            producer.send(session.createMessage(true));
        }

        Awaitility.await().until(() -> messagesIn("both") == queued + 2);
        assertThat(testing.broker()
                        .topics()
                        .listSubscriptions(new TopicName("both"), PageRequest.first(10))
                        .items())
                .extracting(subscription -> subscription.numbers().messages())
                .containsExactly(0L);
    }

    private long messagesIn(String queue) {
        return testing.broker()
                .queues()
                .find(new QueueName(queue))
                .orElseThrow()
                .numbers()
                .messages();
    }

    @Test
    void whoeverSubscribesToEverythingHearsNothingOfTheBrokersOwn() {
        testing.access().allowOnly((user, operation) -> operation.verb() != Verb.MANAGE);

        try (JMSContext listener = testing.clientsOf("ada").createContext();
                JMSContext other = testing.clientsOf("bob").createContext()) {
            var everything = listener.createConsumer(listener.createTopic("#"));
            other.createConsumer(other.createTopic("prices")).close();
            other.createProducer().send(other.createTopic("prices"), "42");

            assertThat(everything.receiveBody(String.class, 60_000)).isEqualTo("42");
        }
    }

    @Test
    void aDeletedUserIsDisconnected() {
        AtomicBoolean disconnected = new AtomicBoolean();
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.setExceptionListener(failure -> disconnected.set(true));
            jms.createConsumer(jms.createQueue("orders"));

            testing.access().refuseLoginsOf("ada");
            testing.broker().connectionControl().loginsRevoked(new io.packetboat.kernel.UserName("ada"));

            Awaitility.await().untilTrue(disconnected);
        }
    }

    @Test
    void aLostRightToConsumeEndsOpenConsumers() {
        AtomicBoolean disconnected = new AtomicBoolean();
        try (JMSContext jms = testing.clientsOf("ada").createContext();
                JMSContext other = testing.clientsOf("bob").createContext()) {
            jms.setExceptionListener(failure -> disconnected.set(true));
            jms.createConsumer(jms.createQueue("orders"));
            other.createConsumer(other.createQueue("orders"));

            testing.access().allowOnly((user, operation) -> !user.value().equals("ada"));
            testing.broker().connectionControl().rightsChanged();

            Awaitility.await().untilTrue(disconnected);
            other.createProducer().send(other.createQueue("orders"), "still here");
        }
    }

    @Test
    void aLostRightToSendBitesTheNextMessage() {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "first");

            testing.access().allowOnly((user, operation) -> false);

            assertThatThrownBy(() -> jms.createProducer().send(jms.createQueue("orders"), "second"))
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }
}
