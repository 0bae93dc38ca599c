package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.SharedServer;
import io.packetboat.it.aws.AwsClients;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.InvalidStateException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A FIFO topic keeps what is published, and gives it to those who subscribe later. */
@ExtendWith(SharedServer.class)
class ArchiveIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EMPTY_ROUNDS = 3;
    private static final int VISIBILITY_SECONDS = 600;

    private final String name = "it-" + UUID.randomUUID();
    private SnsClient sns;
    private SqsClient sqs;

    @BeforeEach
    void connect(PacketboatServer server) {
        sns = AwsClients.sync(SnsClient.builder(), server, "http");
        sqs = AwsClients.sync(SqsClient.builder(), server, "http");
    }

    @AfterEach
    void disconnect() {
        sns.close();
        sqs.close();
    }

    private String topic(Map<String, String> attributes) {
        return sns.createTopic(create -> create.name(name + ".fifo").attributes(attributes))
                .topicArn();
    }

    private void publish(String topic, String text) {
        sns.publish(publish ->
                publish.topicArn(topic).message(text).messageGroupId("g").messageDeduplicationId("id-" + text));
    }

    private String queue(String suffix) {
        return sqs.createQueue(create -> create.queueName(name + suffix + ".fifo")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
    }

    private String subscribe(String topic, String queue, Map<String, String> attributes) {
        String arn = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        return sns.subscribe(subscribe ->
                        subscribe.topicArn(topic).protocol("sqs").endpoint(arn).attributes(attributes))
                .subscriptionArn();
    }

    private List<JsonObject> receive(String queue, int count) {
        List<JsonObject> received = new ArrayList<>();
        for (int emptyRounds = 0; received.size() < count && emptyRounds < EMPTY_ROUNDS; ) {
            List<Message> messages = sqs.receiveMessage(receive ->
                            receive.queueUrl(queue).waitTimeSeconds(20).visibilityTimeout(VISIBILITY_SECONDS))
                    .messages();
            emptyRounds = messages.isEmpty() ? emptyRounds + 1 : 0;
            for (Message message : messages) {
                received.add(json(message.body()));
                sqs.deleteMessage(delete -> delete.queueUrl(queue).receiptHandle(message.receiptHandle()));
            }
        }
        return received;
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private Map<String, String> attributesOf(String subscription) {
        return sns.getSubscriptionAttributes(get -> get.subscriptionArn(subscription))
                .attributes();
    }

    @Test
    void whatWasPublishedBeforeIsGivenToALateSubscriberAndThenWhatIsNew() {
        String topic = topic(Map.of("FifoTopic", "true", "ArchivePolicy", "{\"MessageRetentionPeriod\":\"30\"}"));
        Map<String, String> attributes =
                sns.getTopicAttributes(get -> get.topicArn(topic)).attributes();
        assertThat(attributes).containsEntry("ArchivePolicy", "{\"MessageRetentionPeriod\":\"30\"}");
        String policy = Json.createObjectBuilder()
                .add("PointType", "Timestamp")
                .add("StartingPoint", attributes.get("BeginningArchiveTime"))
                .build()
                .toString();
        String witness = queue("-witness");
        subscribe(topic, witness, Map.of());
        publish(topic, "first");
        publish(topic, "second");
        // What it has was archived before.
        assertThat(receive(witness, 2)).hasSize(2);
        String queue = queue("-queue");

        String subscription = subscribe(topic, queue, Map.of("ReplayPolicy", policy));

        List<JsonObject> given = receive(queue, 2);
        assertThat(given).extracting(envelope -> envelope.getString("Message")).containsExactly("first", "second");
        assertThat(given).allMatch(envelope -> envelope.getBoolean("Replayed"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(attributesOf(subscription)).containsEntry("ReplayStatus", "Completed"));
        assertThat(attributesOf(subscription)).containsEntry("ReplayPolicy", policy);
        publish(topic, "third");
        assertThat(receive(queue, 1))
                .singleElement()
                .satisfies(envelope -> assertThat(envelope).doesNotContainKey("Replayed"));
        endArchive(topic);
        List.of(witness, queue).forEach(done -> sqs.deleteQueue(delete -> delete.queueUrl(done)));
    }

    private void endArchive(String topic) {
        assertThatThrownBy(() -> sns.deleteTopic(delete -> delete.topicArn(topic)))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("Cannot delete a topic with an ArchivePolicy");
        sns.setTopicAttributes(
                set -> set.topicArn(topic).attributeName("ArchivePolicy").attributeValue("{}"));
        assertThat(sns.getTopicAttributes(get -> get.topicArn(topic)).attributes())
                .doesNotContainKeys("ArchivePolicy", "BeginningArchiveTime");
        sns.deleteTopic(delete -> delete.topicArn(topic));
    }

    @Test
    void nothingIsGivenAgainOfATopicThatKeepsNothing() {
        String topic = topic(Map.of("FifoTopic", "true"));
        String queue = queue("-queue");

        assertThatThrownBy(() -> subscribe(
                        topic,
                        queue,
                        Map.of(
                                "ReplayPolicy",
                                "{\"PointType\":\"Timestamp\",\"StartingPoint\":\"2026-01-01T00:00:00Z\"}")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("ReplayPolicy: Topic does not have an ArchivePolicy");

        sns.deleteTopic(delete -> delete.topicArn(topic));
        sqs.deleteQueue(delete -> delete.queueUrl(queue));
    }
}
