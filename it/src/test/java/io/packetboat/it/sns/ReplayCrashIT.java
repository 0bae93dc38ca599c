package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.aws.AwsClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The server is killed right behind the answers to the last publish and to the subscription that is to get it all. */
class ReplayCrashIT {
    private static final int BATCHES = 30;
    private static final int BATCH = 10;
    private static final int MOST_EMPTY_ROUNDS = 30;

    /** However slow the machine is, nothing returns before it is deleted. */
    private static final int VISIBILITY_SECONDS = 600;

    @Test
    void whatWasAnsweredIsInTheArchiveAndIsGivenOnceAfterTheKill() throws InterruptedException {
        List<String> received;
        try (PacketboatServer server = PacketboatServer.started("replay-crash")) {
            String queue = publishAndSubscribe(server);
            server.kill();
            server.start();
            received = receiveAll(server, queue);
        }

        assertThat(received)
                .isEqualTo(IntStream.range(0, BATCHES * BATCH)
                        .mapToObj(i -> "m" + i)
                        .toList());
    }

    private static String publishAndSubscribe(PacketboatServer server) {
        try (SnsClient sns = AwsClients.sync(SnsClient.builder(), server, "http");
                SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http")) {
            String topic = sns.createTopic(create -> create.name("crash.fifo")
                            .attributes(
                                    Map.of("FifoTopic", "true", "ArchivePolicy", "{\"MessageRetentionPeriod\":\"1\"}")))
                    .topicArn();
            String beginning = sns.getTopicAttributes(get -> get.topicArn(topic))
                    .attributes()
                    .get("BeginningArchiveTime");
            String queue = sqs.createQueue(create -> create.queueName("crash-queue.fifo")
                            .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                    .queueUrl();
            String arn = sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            IntStream.range(0, BATCHES).forEach(batch -> publish(sns, topic, batch * BATCH));
            sns.subscribe(subscribe -> subscribe
                    .topicArn(topic)
                    .protocol("sqs")
                    .endpoint(arn)
                    .attributes(Map.of(
                            "RawMessageDelivery",
                            "true",
                            "ReplayPolicy",
                            "{\"PointType\":\"Timestamp\",\"StartingPoint\":\"" + beginning + "\"}")));
            return queue;
        }
    }

    private static void publish(SnsClient sns, String topic, int first) {
        List<PublishBatchRequestEntry> entries = IntStream.range(first, first + BATCH)
                .mapToObj(i -> PublishBatchRequestEntry.builder()
                        .id("e" + i)
                        .message("m" + i)
                        .messageGroupId("g")
                        .messageDeduplicationId("id" + i)
                        .build())
                .toList();
        assertThat(sns.publishBatch(publish -> publish.topicArn(topic).publishBatchRequestEntries(entries))
                        .failed())
                .isEmpty();
    }

    /** Until all is there and nothing more comes. */
    private static List<String> receiveAll(PacketboatServer server, String queue) {
        List<String> received = new ArrayList<>();
        try (SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http")) {
            for (int emptyRounds = 0; emptyRounds < (received.size() >= BATCHES * BATCH ? 2 : MOST_EMPTY_ROUNDS); ) {
                List<Message> messages = sqs.receiveMessage(receive -> receive.queueUrl(queue)
                                .maxNumberOfMessages(10)
                                .waitTimeSeconds(2)
                                .visibilityTimeout(VISIBILITY_SECONDS))
                        .messages();
                emptyRounds = messages.isEmpty() ? emptyRounds + 1 : 0;
                messages.forEach(message -> received.add(message.body()));
                if (!messages.isEmpty()) {
                    delete(sqs, queue, messages);
                }
            }
        }
        return received;
    }

    private static void delete(SqsClient sqs, String queue, List<Message> messages) {
        sqs.deleteMessageBatch(delete -> delete.queueUrl(queue)
                .entries(messages.stream()
                        .map(message -> DeleteMessageBatchRequestEntry.builder()
                                .id(message.messageId())
                                .receiptHandle(message.receiptHandle())
                                .build())
                        .toList()));
    }
}
