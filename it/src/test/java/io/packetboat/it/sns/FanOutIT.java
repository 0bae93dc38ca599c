package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** One publish and its many receivers, whichever protocol each of them speaks. */
@ExtendWith(SharedServer.class)
class FanOutIT {
    private static final long PATIENCE = 60_000;

    private static final int POLLS = 3;

    private final String name = "it-" + UUID.randomUUID();

    /** A topic and a queue that is subscribed to it. */
    private record Pair(SnsClient sns, SqsClient sqs, String topic, String queue, String queueArn)
            implements AutoCloseable {

        static Pair open(PacketboatServer server, String name) {
            SnsClient sns = AwsClients.sync(SnsClient.builder(), server, "http");
            SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http");
            String topic = sns.createTopic(create -> create.name(name)).topicArn();
            String queue =
                    sqs.createQueue(create -> create.queueName(name + "-queue")).queueUrl();
            String arn = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            return new Pair(sns, sqs, topic, queue, arn);
        }

        void subscribe(Map<String, String> attributes) {
            sns.subscribe(subscribe ->
                    subscribe.topicArn(topic).protocol("sqs").endpoint(queueArn).attributes(attributes));
        }

        software.amazon.awssdk.services.sqs.model.Message next() {
            return Stream.generate(() -> sqs.receiveMessage(receive ->
                                    receive.queueUrl(queue).waitTimeSeconds(20).messageAttributeNames("All"))
                            .messages())
                    .limit(POLLS)
                    .flatMap(List::stream)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            sns.deleteTopic(delete -> delete.topicArn(topic));
            sqs.deleteQueue(delete -> delete.queueUrl(queue));
            sns.close();
            sqs.close();
        }
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void whateverProtocolPublishesAQueueThatIsSubscribedGetsItAndJmsReadsItThere(
            Protocol protocol, PacketboatServer server) throws Exception {
        try (Pair pair = Pair.open(server, name);
                Party publisher = protocol.open(server, Transport.PLAIN);
                JMSContext jms = JmsClients.core(server, Transport.PLAIN).createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(name + "-queue"))) {
            pair.subscribe(Map.of());

            publisher.send(
                    Destination.topic(name),
                    new Letter(new Letter.Body.Text("from afar"), Map.of("colour", "red"), ""));

            JsonObject envelope = json(consumer.receiveBody(String.class, PATIENCE));
            assertThat(envelope.getString("Message")).isEqualTo("from afar");
            assertThat(envelope.getString("TopicArn")).isEqualTo(pair.topic());
            if (protocol.hasProperties()) {
                assertThat(envelope.getJsonObject("MessageAttributes")
                                .getJsonObject("colour")
                                .getString("Value"))
                        .isEqualTo("red");
            }
        }
    }

    @Test
    void whatSnsPublishesReachesDurableSubscribersThatWereAway(PacketboatServer server) throws Exception {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (Pair pair = Pair.open(server, name);
                JMSContext jms = JmsClients.core(server, Transport.PLAIN).createContext()) {
            jms.setClientID(name);
            jms.createDurableConsumer(jms.createTopic(name), "durable").close();
            MqttClient mqtt = new MqttClient(
                    "tcp://localhost:" + server.port(ServerPort.MQTT), name + "-mqtt", new MemoryPersistence());
            connect(mqtt, arrived);
            mqtt.disconnect();

            pair.sns()
                    .publish(publish -> publish.topicArn(pair.topic())
                            .message("while you were away")
                            .messageAttributes(Map.of(
                                    "size",
                                    MessageAttributeValue.builder()
                                            .dataType("Number")
                                            .stringValue("42")
                                            .build())));

            connect(mqtt, arrived);
            MqttMessage toMqtt = arrived.poll(PATIENCE, TimeUnit.MILLISECONDS);
            mqtt.disconnect();
            mqtt.close();
            assertThat(toMqtt).isNotNull();
            assertThat(new String(toMqtt.getPayload(), StandardCharsets.UTF_8)).isEqualTo("while you were away");
            try (JMSConsumer consumer = jms.createDurableConsumer(jms.createTopic(name), "durable")) {
                Message toJms = consumer.receive(PATIENCE);
                assertThat(toJms.getBody(String.class)).isEqualTo("while you were away");
                assertThat(toJms.getLongProperty("size")).isEqualTo(42);
            }
            jms.unsubscribe("durable");
        }
    }

    private void connect(MqttClient mqtt, BlockingQueue<MqttMessage> arrived) throws MqttException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.getBytes(StandardCharsets.UTF_8));
        options.setCleanStart(false);
        options.setSessionExpiryInterval(Duration.ofMinutes(10).toSeconds());
        mqtt.connect(options);
        IMqttMessageListener listener = (topic, message) -> arrived.add(message);
        mqtt.subscribe(new MqttSubscription[] {new MqttSubscription(name, 1)}, new IMqttMessageListener[] {listener});
    }

    @Test
    void rawDeliveryHasTheAttributesAndAStructuredMessageTheTextForQueues(PacketboatServer server) {
        try (Pair pair = Pair.open(server, name)) {
            pair.subscribe(Map.of("RawMessageDelivery", "true"));

            pair.sns()
                    .publish(publish -> publish.topicArn(pair.topic())
                            .message("{\"default\":\"for all\",\"sqs\":\"for queues\"}")
                            .messageStructure("json")
                            .messageAttributes(Map.of(
                                    "colour",
                                    MessageAttributeValue.builder()
                                            .dataType("String")
                                            .stringValue("red")
                                            .build())));

            var received = pair.next();
            assertThat(received.body()).isEqualTo("for queues");
            assertThat(received.messageAttributes().get("colour").stringValue()).isEqualTo("red");
        }
    }

    @Test
    void aBatchIsAnsweredEntryByEntry(PacketboatServer server) {
        try (Pair pair = Pair.open(server, name)) {
            PublishBatchResponse answer = pair.sns()
                    .publishBatch(batch -> batch.topicArn(pair.topic())
                            .publishBatchRequestEntries(List.of(
                                    PublishBatchRequestEntry.builder()
                                            .id("good")
                                            .message("m")
                                            .build(),
                                    PublishBatchRequestEntry.builder()
                                            .id("bad")
                                            .message("m")
                                            .subject("two\nlines")
                                            .build())));

            assertThat(answer.successful())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.id()).isEqualTo("good"));
            assertThat(answer.failed()).singleElement().satisfies(entry -> {
                assertThat(entry.id()).isEqualTo("bad");
                assertThat(entry.code()).isEqualTo("InvalidParameter");
                assertThat(entry.message()).isEqualTo("Invalid parameter: Subject");
                assertThat(entry.senderFault()).isTrue();
            });
        }
    }
}
