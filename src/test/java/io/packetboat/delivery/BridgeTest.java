package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.broker.TestingBroker;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.StreamMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMS and SQS on one queue. */
class BridgeTest {
    @TempDir
    Path directory;

    private TestingDeliveries engine;
    private QueueName orders;
    private JMSContext jms;
    private Queue queue;

    @BeforeEach
    void start() {
        engine = new TestingDeliveries(TestingBroker.config(directory));
        orders = engine.create("orders");
        jms = engine.testing.clientsOf("ada").createContext(JMSContext.CLIENT_ACKNOWLEDGE);
        queue = jms.createQueue("orders");
    }

    @AfterEach
    void stop() {
        jms.close();
        engine.close();
    }

    @Test
    void whatSqsSendsIsTextWithTypedPropertiesToJms() throws JMSException {
        SentMessage sent = engine.send(
                orders,
                new OutgoingMessage(
                        "hello",
                        new MessageAttributes(Map.of(
                                "colour", MessageAttributes.Text.string("red"),
                                "size", MessageAttributes.Text.number("42"),
                                "weight", MessageAttributes.Text.number("1.5"))),
                        Optional.empty(),
                        Optional.of(new MessageGroupId("tenant")),
                        Optional.empty(),
                        Optional.empty()));

        try (var consumer = jms.createConsumer(queue, "size > 41 AND colour = 'red'")) {
            Message received = consumer.receive(60_000);

            assertThat(received.getBody(String.class)).isEqualTo("hello");
            assertThat(received.getLongProperty("size")).isEqualTo(42);
            assertThat(received.getDoubleProperty("weight")).isEqualTo(1.5);
            assertThat(received.getStringProperty("JMSXGroupID")).isEqualTo("tenant");
            assertThat(received.getJMSMessageID()).isEqualTo("ID:" + sent.id());
            received.acknowledge();
        }
        await().until(() -> engine.numbers(orders).messages() == 0);
    }

    @Test
    void whatJmsSendsIsTextWithAttributesToSqs() throws JMSException {
        Message text = jms.createTextMessage("hello");
        text.setStringProperty("colour", "red");
        text.setIntProperty("size", 42);
        text.setBooleanProperty("urgent", true);
        text.setStringProperty("JMSXGroupID", "tenant");
        jms.createProducer().send(queue, text);

        Delivery received = engine.receive(orders, 1).get(0);

        assertThat(received.body()).isEqualTo("hello");
        assertThat(received.id().value()).isEqualTo(text.getJMSMessageID().substring("ID:".length()));
        assertThat(received.attributes().values())
                .isEqualTo(Map.of(
                        "colour", MessageAttributes.Text.string("red"),
                        "size", MessageAttributes.Text.number("42"),
                        "urgent", MessageAttributes.Text.string("true")));
        assertThat(received.system().group()).contains(new MessageGroupId("tenant"));
    }

    @Test
    void everyBodyOfJmsIsText() throws JMSException {
        byte[] raw = {(byte) 0xff, 0, 1};
        BytesMessage utf8 = jms.createBytesMessage();
        utf8.writeBytes("grüße".getBytes(StandardCharsets.UTF_8));
        BytesMessage bytes = jms.createBytesMessage();
        bytes.writeBytes(raw);
        MapMessage map = jms.createMapMessage();
        map.setString("name", "a \"b\"\n");
        map.setInt("number", 7);
        map.setBytes("raw", raw);
        StreamMessage stream = jms.createStreamMessage();
        stream.writeString("x");
        stream.writeLong(1);
        stream.writeBoolean(true);
        for (Message message : List.of(utf8, bytes, map, stream, jms.createMessage())) {
            jms.createProducer().send(queue, message);
        }

        assertThat(next()).isEqualTo("grüße");
        assertThat(next()).isEqualTo(Base64.getEncoder().encodeToString(raw));
        assertThat(next()).isEqualTo("{\"name\":\"a \\\"b\\\"\\n\",\"number\":7,\"raw\":\"/wAB\"}");
        assertThat(next()).isEqualTo("[\"x\",1,true]");
        assertThat(next()).isEmpty();
    }

    private String next() {
        return engine.receive(orders, 1).get(0).body();
    }

    @Test
    void deliveriesCountTogether() throws JMSException {
        engine.send(orders, "hello");
        engine.receive(orders, 1, Duration.ZERO, TestingDeliveries.PATIENCE);

        try (var consumer = jms.createConsumer(queue)) {
            Message received = consumer.receive(60_000);
            assertThat(received.getIntProperty("JMSXDeliveryCount")).isEqualTo(2);
            assertThat(received.getJMSRedelivered()).isTrue();
            await().until(() -> engine.numbers(orders).delivering() == 1);
            assertThat(engine.receiveNow(orders, 1)).isEmpty();
            jms.recover();
        }
        Delivery again = engine.receive(orders, 1).get(0);

        assertThat(again.system().receiveCount()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void anIdleSqsReceiverLeavesEverythingToJms() {
        assertThat(engine.receiveNow(orders, 1)).isEmpty();
        try (var consumer = jms.createConsumer(queue)) {
            for (int i = 0; i < 100; i++) {
                engine.sendToGroupOfStandard(orders, "tenant", "message " + i);
            }
            for (int i = 0; i < 100; i++) {
                assertThat(consumer.receiveBody(String.class, 60_000)).isEqualTo("message " + i);
            }
        }
    }

    @Test
    void whatIsSetAsideForFairnessCountsAsWaiting() {
        for (int i = 0; i < 50; i++) {
            engine.sendToGroupOfStandard(orders, "noisy", "noise " + i);
        }
        List<Delivery> received = engine.receive(orders, 10);
        engine.receive(orders, 1);

        await().until(() -> engine.numbers(orders).delivering() == received.size() + 1L);
        assertThat(engine.numbers(orders).messages()).isEqualTo(50);
    }

    @Test
    void aMessageTooLargeForSqsStaysForOthersAndHoldsUpNobody() throws JMSException {
        BytesMessage large = jms.createBytesMessage();
        large.writeBytes(new byte[(16 << 20) + 1]);
        jms.createProducer().send(queue, large);
        engine.send(orders, "behind it");

        assertThat(engine.receive(orders, 10)).extracting(Delivery::body).containsExactly("behind it");
        await().until(() ->
                engine.numbers(orders).messages() - engine.numbers(orders).delivering() == 1);
        try (var consumer = jms.createConsumer(queue)) {
            assertThat(((BytesMessage) consumer.receive(60_000)).getBodyLength())
                    .isEqualTo((16 << 20) + 1);
        }
    }

    @Test
    void aPurgeByAnOperatorReachesWhatIsInFlight() {
        engine.send(orders, "first", "second");
        engine.receive(orders, 1);

        engine.testing.broker().queues().purge(orders);

        await().until(() -> engine.numbers(orders).messages() == 0);
    }

    @Test
    void aDeletedQueueAnswersItsReceivers() {
        var waiting = engine.deliveries.receive(
                Caller.node("test"), orders, ReceiveRequest.within(1, Duration.ofSeconds(20)));

        engine.testing.broker().queues().delete(orders);

        assertThat(TestingDeliveries.done(waiting)).isEmpty();
    }
}
