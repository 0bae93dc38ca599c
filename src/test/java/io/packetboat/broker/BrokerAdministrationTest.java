package io.packetboat.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageContent;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.ProtocolTraffic;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.kernel.messaging.StoredMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAdministrationTest {
    private static final QueueName ORDERS = new QueueName("orders");
    private static final QueueName OTHERS = new QueueName("others");

    @TempDir
    Path directory;

    private TestingBroker testing;

    @BeforeEach
    void start() {
        testing = TestingBroker.started(directory);
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    private void restart() {
        stop();
        start();
    }

    private BrokerQueues queues() {
        return testing.broker().queues();
    }

    private BrokerMessages messages() {
        return testing.broker().messages();
    }

    private void create(QueueName name) {
        assertThat(queues().create(name, QueueSettings.DEFAULTS, false, Optional.empty()))
                .isTrue();
    }

    @Test
    void aCreatedQueueWithItsSettingsAndPauseSurvivesARestart() {
        QueueSettings settings = new QueueSettings(
                Optional.of(5),
                Optional.of("others"),
                Optional.of(Duration.ofSeconds(2)),
                Optional.of(2.0),
                Optional.of(Duration.ofMinutes(1)),
                Optional.of(Duration.ofDays(4)));
        create(OTHERS);
        queues().create(ORDERS, settings, true, Optional.of("ada"));

        restart();

        QueueState found = queues().find(ORDERS).orElseThrow();
        assertThat(found.paused()).isTrue();
        assertThat(found.creator()).contains("ada");
        assertThat(queues().settingsOf(ORDERS)).isEqualTo(settings);
        assertThat(queues().settingsOf(OTHERS)).isEqualTo(QueueSettings.DEFAULTS);
        assertThat(queues().effectiveSettingsOf(OTHERS).deadLetterQueue()).contains("DLQ");
        assertThatThrownBy(() -> queues().delete(OTHERS)).isInstanceOf(BrokerRefusal.class);
    }

    @Test
    void changedSettingsApplyToTheLivingQueue() {
        create(ORDERS);

        queues().change(
                        ORDERS,
                        new QueueSettings(
                                Optional.of(1),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));

        try (JMSContext jms = testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED)) {
            jms.createProducer().send(jms.createQueue("orders"), "poison");
            jms.commit();
            jms.createConsumer(jms.createQueue("orders")).receive(60_000);
            jms.rollback();
        }
        awaitMessages(new QueueName("DLQ"), 1);
    }

    @Test
    void aDeletedQueueIsGoneWithItsSettingsAlsoAfterARestart() {
        QueueSettings settings = new QueueSettings(
                Optional.of(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        queues().create(ORDERS, settings, false, Optional.empty());
        messages().send(ORDERS, NewMessage.text("lost knowingly"));

        assertThat(queues().delete(ORDERS)).isTrue();
        assertThat(queues().delete(ORDERS)).isFalse();
        restart();

        assertThat(queues().find(ORDERS)).isEmpty();
        create(ORDERS);
        assertThat(queues().settingsOf(ORDERS)).isEqualTo(QueueSettings.DEFAULTS);
    }

    @Test
    void listsArePagedByNameAndFilteredByPartOfIt() {
        for (int number = 100; number < 125; number++) {
            create(new QueueName("queue-" + number));
        }

        Page<QueueState> first = queues().list("QUEUE-1", new PageRequest("", 20));
        Page<QueueState> second =
                queues().list("QUEUE-1", new PageRequest(first.next().orElseThrow(), 20));

        assertThat(first.items()).hasSize(20);
        assertThat(second.items()).hasSize(5);
        assertThat(second.next()).isEmpty();
        assertThat(second.items().get(4).name()).isEqualTo("queue-124");
    }

    @Test
    void aPausedQueueTakesMessagesAndDeliversNone() {
        create(ORDERS);
        queues().pause(ORDERS);

        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "waiting");
            var consumer = jms.createConsumer(jms.createQueue("orders"));
            assertThat(consumer.receive(200)).isNull();

            queues().resume(ORDERS);
            assertThat(consumer.receive(60_000)).isNotNull();
        }
    }

    @Test
    void browsingShowsMessagesOfEveryTypePageByPageAndLeavesThem() throws JMSException {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            var queue = jms.createQueue("orders");
            jms.createProducer().setProperty("price", 3).setPriority(7).send(queue, "text");
            jms.createProducer().send(queue, "bytes".getBytes(StandardCharsets.UTF_8));
            MapMessage map = jms.createMapMessage();
            map.setString("name", "anvil");
            map.setInt("count", 2);
            jms.createProducer().send(queue, (Message) map);
        }

        Page<StoredMessage> first =
                messages().browse(ORDERS, PageRequest.first(2)).orElseThrow();
        Page<StoredMessage> second = messages()
                .browse(ORDERS, new PageRequest(first.next().orElseThrow(), 2))
                .orElseThrow();

        StoredMessage text = first.items().get(0);
        assertThat(text.content()).isEqualTo(new MessageContent.Text("text"));
        assertThat(text.properties()).containsExactly(Map.entry("price", 3));
        assertThat(text.headers().priority()).isEqualTo(7);
        assertThat(text.headers().messageId()).isPresent();
        assertThat(first.items().get(1).content())
                .isInstanceOfSatisfying(
                        MessageContent.Bytes.class,
                        bytes -> assertThat(bytes.bytes()).isEqualTo("bytes".getBytes(StandardCharsets.UTF_8)));
        assertThat(second.items())
                .extracting(StoredMessage::content)
                .containsExactly(new MessageContent.Mapping(Map.of("name", "anvil", "count", 2)));
        assertThat(messages().find(ORDERS, text.id())).contains(text);
        awaitMessages(ORDERS, 3);
    }

    @Test
    void aSentMessageReachesAJmsClientWithItsProperties() throws JMSException {
        create(ORDERS);
        messages()
                .send(
                        ORDERS,
                        new NewMessage(
                                new MessageContent.Text("by hand"),
                                Map.of("urgent", true),
                                Optional.of("c-1"),
                                9,
                                true,
                                Optional.empty()));

        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            Message received = jms.createConsumer(jms.createQueue("orders")).receive(60_000);

            assertThat(received.getBody(String.class)).isEqualTo("by hand");
            assertThat(received.getBooleanProperty("urgent")).isTrue();
            assertThat(received.getJMSCorrelationID()).isEqualTo("c-1");
            assertThat(received.getJMSPriority()).isEqualTo(9);
        }
    }

    @Test
    void messagesMoveAndAreDeletedOneByOne() {
        create(ORDERS);
        create(OTHERS);
        long first = messages().send(ORDERS, NewMessage.text("first")).orElseThrow();
        long second = messages().send(ORDERS, NewMessage.text("second")).orElseThrow();

        assertThat(messages().move(ORDERS, first, OTHERS)).isTrue();
        assertThat(messages().delete(ORDERS, second)).isTrue();
        assertThat(messages().delete(ORDERS, second)).isFalse();

        awaitMessages(ORDERS, 0);
        awaitMessages(OTHERS, 1);
        assertThat(messages()
                        .browse(OTHERS, PageRequest.first(1))
                        .orElseThrow()
                        .items()
                        .get(0)
                        .origin())
                .hasValueSatisfying(origin -> {
                    assertThat(origin.queue()).isEqualTo("orders");
                    assertThat(origin.reason()).isEmpty();
                });
    }

    @Test
    void topicsAndQueuesOfOneNameShareNothing() {
        TopicName topic = new TopicName("orders");
        create(ORDERS);
        assertThat(testing.broker().topics().create(topic)).isTrue();
        assertThat(testing.broker().topics().create(topic)).isFalse();

        messages().publish(topic, NewMessage.text("to the topic"));
        assertThat(testing.broker().topics().delete(topic)).isTrue();

        awaitMessages(ORDERS, 0);
        assertThat(testing.broker().topics().find(topic)).isEmpty();
        messages().send(ORDERS, NewMessage.text("to the queue"));
        awaitMessages(ORDERS, 1);
    }

    @Test
    void aPurgedQueueIsEmpty() {
        create(ORDERS);
        messages().send(ORDERS, NewMessage.text("gone"));

        assertThat(queues().purge(ORDERS)).isTrue();

        awaitMessages(ORDERS, 0);
    }

    @Test
    void trafficIsCountedByProtocol() {
        try (JMSContext jms = testing.clientsOf("ada").createContext()) {
            jms.createProducer().send(jms.createQueue("orders"), "first");
            jms.createConsumer(jms.createQueue("orders")).receive(60_000);
        }

        Awaitility.await().untilAsserted(() -> {
            ProtocolTraffic core = testing.broker().trafficByProtocol().get("CORE");
            assertThat(core.received()).isEqualTo(1);
            assertThat(core.delivered()).isEqualTo(1);
            assertThat(core.acknowledged()).isEqualTo(1);
        });
    }

    private void awaitMessages(QueueName queue, long count) {
        Awaitility.await()
                .until(() -> queues().find(queue).orElseThrow().numbers().messages() == count);
    }
}
