package io.packetboat.broker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.BrokerConfig;
import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.QueueFigures;
import io.packetboat.broker.TestingBroker;
import io.packetboat.broker.TestingCrash;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Topic;
import jakarta.jms.XAConnection;
import jakarta.jms.XASession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.transaction.impl.XidImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicIntakesTest {
    private static final TopicName PRICES = new TopicName("prices");
    private static final String INTAKE = "$sys.packetboat.topic.prices";

    @TempDir
    Path directory;

    @TempDir
    Path image;

    private TestingFanOut fanOut;

    @BeforeEach
    void start() {
        fanOut = new TestingFanOut(TestingBroker.config(directory));
        fanOut.broker().intakes().open(PRICES);
    }

    @AfterEach
    void stop() {
        fanOut.close();
    }

    private JMSContext jms() {
        return fanOut.testing.clientsOf("ada").createContext(JMSContext.CLIENT_ACKNOWLEDGE);
    }

    private void publish(String... bodies) {
        try (JMSContext jms = jms()) {
            for (String body : bodies) {
                jms.createProducer().send(jms.createTopic("prices"), body);
            }
        }
    }

    @Test
    void whatJmsPublishesIsTakenWithItsPropertiesAndHandedOn() throws Exception {
        fanOut.reading();
        QueueName first = fanOut.queue("first");
        QueueName second = fanOut.queue("second");
        try (JMSContext jms = jms()) {
            Message message = jms.createTextMessage("42");
            message.setStringProperty("colour", "red");
            jms.createProducer().send(jms.createTopic("prices"), message);
        }

        TestingFanOut.Taken taken = fanOut.next();
        fanOut.handOn(taken, fanOut.copy(first, "one"), fanOut.copy(second, "two"));

        assertThat(taken.intake().topic()).isEqualTo(PRICES);
        assertThat(taken.read().message().body()).isEqualTo("42");
        assertThat(taken.read().message().attributes().values())
                .isEqualTo(Map.of("colour", MessageAttributes.Text.string("red")));
        await().untilAsserted(() ->
                assertThat(List.of(fanOut.count(first), fanOut.count(second))).containsExactly(1L, 1L));
    }

    @Test
    void whatSnsPublishesReachesJmsAndTheIntakeWithSubjectAndProtocols() throws Exception {
        fanOut.reading();
        try (JMSContext jms = jms();
                var subscriber = jms.createConsumer(jms.createTopic("prices"))) {
            MessageToPublish message = new MessageToPublish(
                    TestingFanOut.message(
                            "default", new MessageAttributes(Map.of("size", MessageAttributes.Text.number("7")))),
                    Optional.of("Subject"),
                    Map.of("sqs", "for queues", "email-json", "grüße"));

            TestingFanOut.done(fanOut.broker().topicRoutes().publish(PRICES, List.of(message)));

            Message received = subscriber.receive(60_000);
            assertThat(received.getBody(String.class)).isEqualTo("default");
            assertThat(received.getLongProperty("size")).isEqualTo(7);
            assertThat(received.getJMSMessageID())
                    .isEqualTo("ID:" + message.message().id());
            Publication taken = fanOut.next().read();
            assertThat(taken.subject()).contains("Subject");
            assertThat(taken.bodyFor("sqs")).isEqualTo("for queues");
            assertThat(taken.bodyFor("email-json")).isEqualTo("grüße");
            assertThat(taken.bodyFor("http")).isEqualTo("default");
            assertThat(taken.message().id().value())
                    .isEqualTo(message.message().id().toString());
            assertThat(taken.message().attributes().values()).containsOnlyKeys("size");
        }
    }

    @Test
    void theOrderOfPublishingIsTheOrderOfTheIntakeAndOfTheQueues() {
        fanOut.reading();
        QueueName queue = fanOut.queue("queue");
        IntStream.range(0, 300).forEach(i -> {
            var unused = fanOut.broker()
                    .topicRoutes()
                    .publish(
                            PRICES,
                            List.of(new MessageToPublish(TestingFanOut.message("m" + i), Optional.empty(), Map.of())));
        });

        for (int i = 0; i < 300; i++) {
            TestingFanOut.Taken taken = fanOut.next();
            var unused = taken.intake()
                    .handOn(
                            taken.publication(),
                            List.of(fanOut.copy(queue, taken.read().message().body())));
        }

        try (JMSContext jms = jms();
                var consumer = jms.createConsumer(jms.createQueue("queue"))) {
            for (int i = 0; i < 300; i++) {
                assertThat(consumer.receiveBody(String.class, 60_000)).isEqualTo("m" + i);
            }
        }
    }

    @Test
    void aTransactionIsTakenWhenItIsCommittedAndNotWhenItIsRolledBack() {
        fanOut.reading();
        try (JMSContext jms = fanOut.testing.clientsOf("ada").createContext(JMSContext.SESSION_TRANSACTED)) {
            Topic topic = jms.createTopic("prices");
            jms.createProducer().send(topic, "withdrawn");
            jms.rollback();
            jms.createProducer().send(topic, "one");
            jms.createProducer().send(topic, "two");
            assertThat(fanOut.isIdle()).isTrue();
            jms.commit();
        }

        assertThat(fanOut.next().read().message().body()).isEqualTo("one");
        assertThat(fanOut.next().read().message().body()).isEqualTo("two");
        assertThat(fanOut.isIdle()).isTrue();
    }

    @Test
    void whatWasPublishedInTwoPhasesIsTakenOnceItIsCommittedAlsoAfterACrash() throws Exception {
        fanOut.reading();
        Xid branch = new XidImpl(new byte[] {1}, 7, new byte[] {2});
        try (XAConnection connection = fanOut.testing.xaClientsOf("ada").createXAConnection()) {
            XASession session = connection.createXASession();
            session.getXAResource().start(branch, XAResource.TMNOFLAGS);
            session.createProducer(session.createTopic("prices")).send(session.createTextMessage("in two phases"));
            session.getXAResource().end(branch, XAResource.TMSUCCESS);
            assertThat(session.getXAResource().prepare(branch)).isEqualTo(XAResource.XA_OK);
        }
        assertThat(fanOut.isIdle()).isTrue();
        TestingCrash.copy(directory, image.resolve("after"));

        try (TestingFanOut again = new TestingFanOut(TestingBroker.config(image.resolve("after"))).reading();
                XAConnection connection = again.testing.xaClientsOf("ada").createXAConnection()) {
            assertThat(again.isIdle()).isTrue();
            connection.createXASession().getXAResource().commit(branch, false);

            TestingFanOut.Taken taken = again.next();
            assertThat(taken.read().message().body()).isEqualTo("in two phases");
            again.handOn(taken, again.copy(again.queue("queue"), "copy"));
        }
    }

    @Test
    void whatWasTakenAndNotHandedOnIsOfferedAgainAfterACrashAndWhatWasHandedOnIsNot() throws IOException {
        fanOut.reading();
        QueueName queue = fanOut.queue("queue");
        publish("done", "taken");
        fanOut.handOn(fanOut.next(), fanOut.copy(queue, "copy"));
        assertThat(fanOut.next().read().message().body()).isEqualTo("taken");

        TestingCrash.copy(directory, image.resolve("after"));
        try (TestingFanOut again = new TestingFanOut(TestingBroker.config(image.resolve("after"))).reading()) {
            assertThat(again.next().read().message().body()).isEqualTo("taken");
            assertThat(again.isIdle()).isTrue();
            assertThat(again.count(queue)).isEqualTo(1);
        }
    }

    @Test
    void ifOneQueueIsGoneNoneGetsACopyAndTheMessageIsOfferedAgain() {
        fanOut.reading();
        QueueName here = fanOut.queue("here");
        QueueName gone = fanOut.queue("gone");
        publish("hello");
        TestingFanOut.Taken taken = fanOut.next();
        QueueCopy toHere = fanOut.copy(here, "copy");
        QueueCopy toGone = fanOut.copy(gone, "copy");
        fanOut.broker().queues().delete(gone);

        assertThatThrownBy(() -> fanOut.handOn(taken, toHere, toGone)).isInstanceOf(BrokerUnavailable.class);

        TestingFanOut.Taken again = fanOut.next();
        assertThat(again.read().message().body()).isEqualTo("hello");
        assertThat(fanOut.count(here)).isZero();
        fanOut.handOn(again, fanOut.copy(here, "copy"));
        await().until(() -> fanOut.count(here) == 1);
    }

    @Test
    void largeMessagesAreTakenAndHandedOn() {
        fanOut.reading();
        QueueName queue = fanOut.queue("queue");
        String large = "x".repeat(700_000);
        publish(large);

        TestingFanOut.Taken taken = fanOut.next();
        assertThat(taken.read().message().body()).isEqualTo(large);
        fanOut.handOn(taken, fanOut.copy(queue, large));

        try (JMSContext jms = jms();
                var consumer = jms.createConsumer(jms.createQueue("queue"))) {
            assertThat(consumer.receiveBody(String.class, 60_000)).isEqualTo(large);
        }
    }

    @Test
    void whatTheReaderLeavesOnPagesIsTakenLater() {
        fanOut.close();
        BrokerConfig small = TestingBroker.config(image).with(new BrokerConfig.Memory(1 << 20, 256 << 10, 128 << 10));
        fanOut = new TestingFanOut(small);
        fanOut.broker().intakes().open(PRICES);
        String body = "x".repeat(2_000);
        publish(IntStream.range(0, 500).mapToObj(i -> i + " " + body).toArray(String[]::new));
        QueueName queue = fanOut.queue("queue");

        fanOut.reading();

        for (int i = 0; i < 500; i++) {
            TestingFanOut.Taken taken = fanOut.next();
            assertThat(taken.read().message().body()).startsWith(i + " ");
            fanOut.handOn(taken, fanOut.copy(queue, "copy"));
        }
        await().until(() -> fanOut.count(queue) == 500);
    }

    @Test
    void nobodySeesTheIntakeInListsAndFigures() {
        publish("hello");

        assertThat(fanOut.broker().queues().list("", PageRequest.first(100)).items())
                .noneMatch(queue -> queue.name().contains("packetboat"));
        assertThat(fanOut.broker()
                        .topics()
                        .listSubscriptions(PRICES, PageRequest.first(100))
                        .items())
                .isEmpty();
        assertThat(fanOut.broker().topics().find(PRICES).orElseThrow().subscriptions())
                .isZero();
        assertThat(fanOut.broker().figures().queues())
                .extracting(QueueFigures::name)
                .noneMatch(name -> name.contains("packetboat"));
        assertThat(fanOut.broker().messages().browse(new QueueName(INTAKE), PageRequest.first(10)))
                .isEmpty();
        assertThat(fanOut.broker().deliveries().find(new QueueName(INTAKE))).isEmpty();
    }

    @Test
    void noClientReadsFillsOrDeletesTheIntakeWhateverItsRights() {
        publish("hello");
        try (JMSContext jms = jms()) {
            assertThatThrownBy(() -> jms.createConsumer(jms.createQueue("prices::" + INTAKE)))
                    .isInstanceOf(JMSRuntimeException.class);
            assertThatThrownBy(() -> jms.createBrowser(jms.createQueue("prices::" + INTAKE))
                            .getEnumeration()
                            .hasMoreElements())
                    .isInstanceOf(Exception.class);
            assertThatThrownBy(() -> jms.createProducer().send(jms.createQueue("prices::" + INTAKE), "forged"))
                    .isInstanceOf(JMSRuntimeException.class);
        }

        fanOut.reading();
        assertThat(fanOut.next().read().message().body()).isEqualTo("hello");
        assertThat(fanOut.isIdle()).isTrue();
    }

    @Test
    void noClientTakesTheNameOfAnIntakeThatIsToComeOrDeletesOne() throws Exception {
        String url = "tcp://127.0.0.1:" + fanOut.broker().port("core").orElseThrow();
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession("ada", "ada", false, true, true, false, 0)) {
            assertThatThrownBy(() -> session.createQueue(QueueConfiguration.of("$sys.packetboat.topic.other")
                            .setAddress("other")
                            .setRoutingType(RoutingType.MULTICAST)))
                    .isInstanceOf(ActiveMQSecurityException.class);
            assertThatThrownBy(() -> session.deleteQueue(INTAKE)).isInstanceOf(ActiveMQSecurityException.class);
        }

        assertThat(fanOut.broker().intakes().isOpen(new TopicName("other"))).isFalse();
        assertThat(fanOut.broker().intakes().isOpen(PRICES)).isTrue();
    }

    @Test
    void aClosedIntakeKeepsNothing() {
        publish("hello");

        fanOut.broker().intakes().close(PRICES);
        fanOut.broker().intakes().open(PRICES);
        fanOut.reading();
        publish("later");

        assertThat(fanOut.next().read().message().body()).isEqualTo("later");
    }

    @Test
    void aQueueOfTheTopicsNameSharesNothingWithIt() {
        fanOut.reading();
        QueueName queue = fanOut.queue("prices");
        publish("for the topic");
        try (JMSContext jms = jms()) {
            jms.createProducer().send(jms.createQueue("prices"), "for the queue");
        }

        assertThat(fanOut.next().read().message().body()).isEqualTo("for the topic");
        assertThat(fanOut.isIdle()).isTrue();
        await().untilAsserted(() -> assertThat(fanOut.count(queue)).isEqualTo(1));
    }

    @Test
    void internalQueuesAreMadeOnceAndKeepTheirMessages() {
        fanOut.reading();
        QueueName name = new QueueName("$sys.packetboat.push.7");
        publish("hello");
        fanOut.handOn(
                fanOut.next(),
                new QueueCopy(fanOut.broker().intakes().internalQueue(name), TestingFanOut.message("entry")));

        fanOut.close();
        fanOut = new TestingFanOut(TestingBroker.config(directory));

        assertThat(fanOut.broker().intakes().internalQueue(name).counts().messages())
                .isEqualTo(1);
        fanOut.broker().intakes().deleteInternalQueue(name);
        assertThat(fanOut.broker().intakes().internalQueue(name).counts().messages())
                .isZero();
    }
}
