package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageContent;
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.kernel.messaging.StoredMessage;
import jakarta.jms.InvalidSelectorRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryDefaultsTest {
    private static final QueueName ORDERS = new QueueName("orders");
    private static final QueueName DLQ = new QueueName("DLQ");

    @TempDir
    Path directory;

    private TestingBroker testing;

    @BeforeEach
    void start() {
        testing = new TestingBroker(
                TestingBroker.config(directory).with(new BrokerConfig.Delivery(3, "DLQ", Duration.ofMillis(100))));
        testing.broker().start();
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @Test
    void aMessageThatFailsTooOftenKeepsItsReasonAndOriginInTheDeadLetterQueue() {
        failAsOftenAsAllowed("poison");

        StoredMessage dead = testing.broker()
                .messages()
                .browse(DLQ, PageRequest.first(10))
                .orElseThrow()
                .items()
                .get(0);
        assertThat(dead.content()).isEqualTo(new MessageContent.Text("poison"));
        assertThat(dead.origin()).hasValueSatisfying(origin -> {
            assertThat(origin.queue()).isEqualTo("orders");
            assertThat(origin.address()).isEqualTo("orders");
            assertThat(origin.reason()).contains("MaxDeliveryAttempts");
        });
    }

    private void failAsOftenAsAllowed(String body) {
        try (JMSContext jms = testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED)) {
            Queue queue = jms.createQueue("orders");
            jms.createProducer().send(queue, body);
            jms.commit();
            try (var consumer = jms.createConsumer(queue)) {
                for (int attempt = 0; attempt < 3; attempt++) {
                    assertThat(consumer.receive(60_000)).isNotNull();
                    jms.rollback();
                }
            }
        }
        awaitMessages(DLQ, 1);
    }

    private void awaitMessages(QueueName queue, long count) {
        Awaitility.await()
                .until(() -> testing.broker()
                                .queues()
                                .find(queue)
                                .orElseThrow()
                                .numbers()
                                .messages()
                        == count);
    }

    @Test
    void theReasonIsReadableForClientsToo() throws JMSException {
        failAsOftenAsAllowed("poison");

        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            Message dead = jms.createConsumer(jms.createQueue("DLQ")).receive(60_000);

            assertThat(dead.getStringProperty("PACKETBOAT_DLQ_REASON")).isEqualTo("MaxDeliveryAttempts");
            assertThat(dead.getStringProperty("_AMQ_ORIG_QUEUE")).isEqualTo("orders");
        }
    }

    @Test
    void theDeadLetterQueueNeverGivesUpOnAMessage() {
        failAsOftenAsAllowed("poison");

        try (JMSContext jms = testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED);
                var consumer = jms.createConsumer(jms.createQueue("DLQ"))) {
            for (int attempt = 0; attempt < 15; attempt++) {
                assertThat(consumer.receive(60_000)).isNotNull();
                jms.rollback();
            }
        }
        awaitMessages(DLQ, 1);
    }

    @Test
    void theDeadLetterQueueCannotBeDeleted() {
        assertThatThrownBy(() -> testing.broker().queues().delete(DLQ)).isInstanceOf(BrokerRefusal.class);

        assertThat(testing.broker().queues().find(DLQ)).isPresent();
    }

    @Test
    void aDeadLetterReturnsToItsQueue() {
        failAsOftenAsAllowed("poison");
        long id = testing.broker()
                .messages()
                .browse(DLQ, PageRequest.first(1))
                .orElseThrow()
                .items()
                .get(0)
                .id();

        assertThat(testing.broker().messages().returnToOrigin(DLQ, id)).isTrue();

        awaitMessages(DLQ, 0);
        awaitMessages(ORDERS, 1);
    }

    @Test
    void aDeadLetterOfADurableSubscriptionReturnsToThatSubscriptionAlone() {
        try (JMSContext jms = testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED)) {
            var topic = jms.createTopic("prices");
            jms.createSharedDurableConsumer(topic, "other").close();
            try (var consumer = jms.createSharedDurableConsumer(topic, "failing")) {
                jms.createProducer().send(topic, "poison");
                jms.commit();
                for (int attempt = 0; attempt < 3; attempt++) {
                    assertThat(consumer.receive(60_000)).isNotNull();
                    jms.rollback();
                }
            }
        }
        awaitMessages(DLQ, 1);

        assertThat(testing.broker().messages().returnAllToOrigin(DLQ)).contains(1);

        Awaitility.await()
                .untilAsserted(() -> assertThat(testing.broker()
                                .topics()
                                .listSubscriptions(new TopicName("prices"), PageRequest.first(10))
                                .items())
                        .extracting(QueueState::name, state -> state.numbers().messages())
                        .containsExactly(tuple("failing", 1L), tuple("other", 1L)));
    }

    @Test
    void queuesAndDurableSubscriptionsOutliveTheirClients() {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "only");
            jms.createConsumer(jms.createQueue("orders")).receive(60_000);
            jms.createSharedDurableConsumer(jms.createTopic("prices"), "kept").close();
        }
        testing.close();
        start();

        assertThat(testing.broker().queues().find(ORDERS)).isPresent();
        assertThat(testing.broker()
                        .topics()
                        .listSubscriptions(new TopicName("prices"), PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void temporaryQueuesVanishWithTheirConnectionAndAreNotListed() {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createTemporaryQueue();
            jms.createTemporaryTopic();

            assertThat(testing.broker().queues().list("", PageRequest.first(10)).items())
                    .extracting(QueueState::name)
                    .containsExactly("DLQ");
            assertThat(testing.broker().topics().list("", PageRequest.first(10)).items())
                    .isEmpty();
        }

        Awaitility.await().until(() -> testing.broker().state().connections() == 0);
    }

    @Test
    void aBrokenSelectorIsAnErrorAndNotALoss() {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            assertThatThrownBy(() -> jms.createConsumer(jms.createQueue("orders"), "price >"))
                    .isInstanceOf(InvalidSelectorRuntimeException.class);
        }
    }

    @Test
    void anExpiredMessageEndsAndIsCounted() {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().setTimeToLive(1).send(jms.createQueue("orders"), "stale");
        }

        Awaitility.await()
                .untilAsserted(() -> assertThat(testing.broker()
                                .queues()
                                .find(ORDERS)
                                .orElseThrow()
                                .numbers()
                                .expired())
                        .isEqualTo(1));
        awaitMessages(ORDERS, 0);
    }
}
