package io.packetboat.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.BrokerConfig;
import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.broker.TestingBroker;
import io.packetboat.delivery.Delivery;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import io.packetboat.kernel.messaging.MessageAttributes.Value;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.Endpoint.QueueEndpoint;
import io.packetboat.subscription.Subscription;
import io.packetboat.topic.TopicNotFound;
import jakarta.jms.JMSContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FanOutTest {
    private static final MessageAttributes RED = new MessageAttributes(Map.of("colour", Text.string("red")));

    @TempDir
    Path directory;

    private TestingTopics topics;
    private TopicName prices;

    @BeforeEach
    void start() {
        topics = new TestingTopics(TestingBroker.config(directory));
        prices = topics.topic("prices");
    }

    @AfterEach
    void stop() {
        topics.close();
    }

    private static Notification with(String body, Map<String, String> perProtocol, MessageAttributes attributes) {
        return new Notification(
                body,
                perProtocol,
                body.length(),
                Optional.of("Up"),
                attributes,
                Optional.of(new MessageGroupId("tenant")),
                Optional.empty());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static Optional<QueueName> none() {
        return Optional.empty();
    }

    @Test
    void aQueueGetsAnEnvelopeOfItsOwn() {
        topics.started();
        QueueName queue = topics.queue("queue");
        Subscription subscription = topics.subscribe(prices, queue);

        PublishedMessage published = topics.publish(prices, with("42", Map.of(), RED));

        Delivery received = topics.receive(queue);
        JsonObject envelope = json(received.body());
        assertThat(envelope.getString("Type")).isEqualTo("Notification");
        assertThat(envelope.getString("MessageId")).isEqualTo(published.id().value());
        assertThat(envelope.getString("TopicArn")).isEqualTo("arn:aws:sns:us-east-1:000000000000:prices");
        assertThat(envelope.getString("Subject")).isEqualTo("Up");
        assertThat(envelope.getString("Message")).isEqualTo("42");
        assertThat(envelope.getString("UnsubscribeURL")).endsWith(":prices:" + subscription.id());
        assertThat(envelope.getJsonObject("MessageAttributes").getJsonObject("colour"))
                .isEqualTo(json("{\"Type\":\"String\",\"Value\":\"red\"}"));
        assertThat(received.attributes().isEmpty()).isTrue();
        assertThat(received.system().group()).contains(new MessageGroupId("tenant"));
        assertThat(received.id()).isNotEqualTo(published.id());
        await().untilAsserted(() -> assertThat(topics.counts.totals())
                .isEqualTo(Map.of("prices", new NotificationCounts.Totals(1, 0, 0, 0))));
    }

    @Test
    void rawDeliveryIsTheMessageWithItsAttributes() {
        topics.started();
        QueueName queue = topics.queue("queue");
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());

        topics.publish(prices, with("42", Map.of(), RED));

        Delivery received = topics.receive(queue);
        assertThat(received.body()).isEqualTo("42");
        assertThat(received.attributes()).isEqualTo(RED);
    }

    @Test
    void queuesGetWhatIsMeantForTheirProtocol() {
        topics.started();
        QueueName queue = topics.queue("queue");
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());

        topics.publish(prices, with("for all", Map.of("sqs", "for queues"), RED));
        topics.publish(prices, with("for all", Map.of("http", "for servers"), RED));

        assertThat(topics.receiveBodies(queue, 2)).containsExactly("for queues", "for all");
    }

    @Test
    void whatJmsPublishesReachesQueuesToo() {
        topics.started();
        QueueName queue = topics.queue("queue");
        topics.subscribe(prices, queue);

        try (JMSContext jms = topics.testing.clientsOf("ada").createContext()) {
            jms.createProducer().setProperty("colour", "red").send(jms.createTopic("prices"), "from JMS");
        }

        JsonObject envelope = json(topics.receive(queue).body());
        assertThat(envelope.getString("Message")).isEqualTo("from JMS");
        assertThat(envelope.containsKey("Subject")).isFalse();
        assertThat(envelope.getJsonObject("MessageAttributes")
                        .getJsonObject("colour")
                        .getString("Value"))
                .isEqualTo("red");
    }

    @Test
    void aTopicWithoutSubscriptionsTakesMessagesAndAnUnknownOneDoesNot() {
        topics.started();

        assertThat(topics.publish(prices, "to nobody").id().value()).isNotEmpty();
        assertThatThrownBy(() -> topics.publish(new TopicName("unknown"), "to nobody"))
                .isInstanceOf(TopicNotFound.class);
    }

    @Test
    void whatWasPublishedWhileNobodyHandedOnIsHandedOnAfterTheNextStart() {
        QueueName queue = topics.queue("queue");
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());
        IntStream.range(0, 200).forEach(i -> topics.publish(prices, "m" + i));
        topics.close();

        topics = new TestingTopics(TestingBroker.config(directory));
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());
        topics.started();

        assertThat(topics.receiveBodies(queue, 200))
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> "m" + i).toList());
        await().untilAsserted(() -> assertThat(topics.count(queue)).isZero());
    }

    @Test
    void belowTheDisksReserveNothingIsHandedOnAndNothingIsLost() {
        QueueName queue = topics.queue("queue");
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());
        topics.publish(prices, "before");
        topics.close();
        BrokerConfig.Disk beyondAnyDisk = new BrokerConfig.Disk(Long.MAX_VALUE / 2, Duration.ofMillis(100));
        topics = new TestingTopics(TestingBroker.config(directory).with(beyondAnyDisk));
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> topics.testing.broker().disk().blocked());
        topics.started();
        assertThatThrownBy(() -> topics.publish(prices, "refused")).isInstanceOf(BrokerUnavailable.class);
        assertThat(topics.count(queue)).isZero();
        topics.close();

        topics = new TestingTopics(TestingBroker.config(directory));
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());
        topics.started();

        assertThat(topics.receiveBodies(queue, 1)).containsExactly("before");
        await().untilAsserted(() -> assertThat(topics.count(queue)).isZero());
    }

    @Test
    void theMessagesOfAQueueThatIsGoneAreDeadLettersOrFailedAndOthersGetTheirs() {
        topics.started();
        QueueName dead = topics.queue("dead");
        QueueName here = topics.queue("here");
        topics.subscribe(prices, new QueueEndpoint(new QueueName("gone")), true, Optional.of(dead));
        topics.subscribe(prices, new QueueEndpoint(new QueueName("gone too")), true, none());
        topics.subscribe(prices, new QueueEndpoint(here), true, none());

        topics.publish(prices, "hello");

        assertThat(topics.receive(dead).body()).isEqualTo("hello");
        assertThat(topics.receive(here).body()).isEqualTo("hello");
        await().untilAsserted(() -> assertThat(topics.counts.totals())
                .isEqualTo(Map.of("prices", new NotificationCounts.Totals(1, 1, 1, 0))));
    }

    @Test
    void aRawMessageWithMoreAttributesThanSqsHasIsADeadLetter() {
        topics.started();
        QueueName queue = topics.queue("queue");
        QueueName dead = topics.queue("dead");
        topics.subscribe(prices, new QueueEndpoint(queue), true, Optional.of(dead));
        Map<String, Value> eleven = new HashMap<>();
        IntStream.range(0, 11).forEach(i -> eleven.put("a" + i, Text.string("x")));

        topics.publish(prices, with("hello", Map.of(), new MessageAttributes(eleven)));

        assertThat(topics.receive(dead).body()).isEqualTo("hello");
        assertThat(topics.count(queue)).isZero();
    }

    @Test
    void whatIsForOtherEndpointsIsEntrustedToWhoDeliversThere() {
        topics.started();
        Subscription web =
                topics.subscribe(prices, new Endpoint.HttpEndpoint(URI.create("http://localhost/hook")), true, none());

        topics.publish(prices, with("for all", Map.of("http", "for servers"), RED));

        await().untilAsserted(() -> assertThat(topics.courier.woken).containsExactly(web));
        await().untilAsserted(() ->
                assertThat(topics.courier.queueOf(web).counts().messages()).isEqualTo(1));
        assertThat(topics.courier.bodies).containsExactly("for servers");
    }

    @Test
    void whatNobodyDeliversIsADeadLetter() {
        topics.started();
        QueueName dead = topics.queue("dead");
        topics.subscribe(prices, new Endpoint.SmsEndpoint("+491701234567"), false, Optional.of(dead));

        topics.publish(prices, "hello");

        assertThat(json(topics.receive(dead).body()).getString("Message")).isEqualTo("hello");
    }

    @Test
    void aTopicWithHundredQueuesGivesEachItsCopy() {
        topics.started();
        List<QueueName> queues =
                IntStream.range(0, 100).mapToObj(i -> topics.queue("queue" + i)).toList();
        queues.forEach(queue -> topics.subscribe(prices, queue));

        IntStream.range(0, 20).forEach(i -> topics.publish(prices, "m" + i));

        for (QueueName queue : queues) {
            await().untilAsserted(() -> assertThat(topics.count(queue)).isEqualTo(20));
        }
    }

    @Test
    void theLastSubscriptionTakesTheIntakeWithIt() {
        topics.started();
        topics.subscribe(prices, topics.queue("queue"));

        topics.intakes.end(prices);

        assertThat(topics.testing.broker().intakes().isOpen(prices)).isFalse();
        assertThat(topics.publish(prices, "to nobody").id().value()).isNotEmpty();
    }

    @Test
    void aBatchIsAnsweredOneByOne() {
        topics.started();
        QueueName queue = topics.queue("queue");
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());

        List<PublishOutcome> outcomes = TestingTopics.done(topics.publications.publishBatch(
                TestingTopics.NODE,
                prices,
                List.of(
                        TestingTopics.notification("one"),
                        TestingTopics.notification(""),
                        TestingTopics.notification("three"))));

        assertThat(outcomes.get(0)).isInstanceOf(PublishOutcome.Published.class);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        PublishOutcome.Refused.class,
                        refused -> assertThat(refused.failure()).hasMessage("Invalid parameter: Empty message"));
        assertThat(outcomes.get(2)).isInstanceOf(PublishOutcome.Published.class);
        assertThat(topics.receiveBodies(queue, 2)).containsExactly("one", "three");
    }

    @Test
    void aBatchHasALimitOfItsOwn() {
        Notification half = TestingTopics.notification("x".repeat(140_000));

        assertThatThrownBy(() -> TestingTopics.done(
                        topics.publications.publishBatch(TestingTopics.NODE, prices, List.of(half, half))))
                .isInstanceOf(BatchTooLong.class);
    }

    @Test
    void theLargestMessageWithTextsForProtocolsIsPublished() {
        topics.started();
        QueueName queue = topics.queue("queue");
        topics.subscribe(prices, new QueueEndpoint(queue), true, none());
        String large = "x".repeat(262_000);

        topics.publish(prices, with("d", Map.of("sqs", large), MessageAttributes.NONE));

        assertThat(topics.receive(queue).body()).isEqualTo(large);
    }
}
