package io.packetboat.it.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import io.packetboat.it.aws.AwsClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The server is killed while it hands on what is published to a topic with several queues; {@code
 * -Dpacketboat.it.fan-out.kills=20} kills it more often.
 */
class FanOutCrashIT {
    private static final int KILLS = Integer.getInteger("packetboat.it.fan-out.kills", 3);
    private static final int QUEUES = 5;
    private static final int PUBLISHERS = 3;
    private static final int BETWEEN_KILLS = 120;
    private static final int MOST_EMPTY_ROUNDS = 15;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<String> queues = new ArrayList<>();
    private final List<Map<String, Integer>> received = new ArrayList<>();

    @Test
    void eachQueueGetsEveryAnsweredMessageOnceAndOfTheOthersAllQueuesOrNone() throws InterruptedException {
        try (PacketboatServer server = PacketboatServer.started("fan-out-crash")) {
            String topic = subscribeQueues(server);
            for (int kill = 0; kill < KILLS; kill++) {
                publishAndKill(server, topic);
                server.start();
            }
            drain(server);
        }

        assertThat(answered).hasSizeGreaterThanOrEqualTo(KILLS * BETWEEN_KILLS);
        for (Map<String, Integer> ofQueue : received) {
            assertThat(ofQueue.keySet()).containsAll(answered);
            assertThat(ofQueue.keySet()).isEqualTo(received.get(0).keySet());
            assertThat(ofQueue.values()).containsOnly(1);
        }
    }

    private String subscribeQueues(PacketboatServer server) {
        try (SnsClient sns = AwsClients.sync(SnsClient.builder(), server, "http");
                SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http")) {
            String topic = sns.createTopic(create -> create.name("crash")).topicArn();
            for (int i = 0; i < QUEUES; i++) {
                String name = "crash-" + i;
                String url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
                String arn = sqs.getQueueAttributes(
                                get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
                sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("sqs")
                        .endpoint(arn)
                        .attributes(Map.of("RawMessageDelivery", "true")));
                queues.add(url);
                received.add(new HashMap<>());
            }
            return topic;
        }
    }

    /** Each number is published by one request. */
    private void publishAndKill(PacketboatServer server, String topic) throws InterruptedException {
        int goal = answered.size() + BETWEEN_KILLS;
        List<Thread> publishers = IntStream.range(0, PUBLISHERS)
                .mapToObj(i -> publisher(server))
                .map(sns -> new Thread(() -> publishUntilKilled(sns, topic), "publisher"))
                .toList();
        publishers.forEach(Thread::start);
        for (Thread publisher : publishers) {
            while (answered.size() < goal && publisher.isAlive()) {
                publisher.join(5);
            }
        }
        server.kill();
        for (Thread publisher : publishers) {
            publisher.join();
        }
    }

    /** Sends no request twice. */
    private static SnsClient publisher(PacketboatServer server) {
        return AwsClients.sync(
                SnsClient.builder()
                        .overrideConfiguration(client -> client.retryStrategy(AwsRetryStrategy.doNotRetry())),
                server,
                "http");
    }

    private void publishUntilKilled(SnsClient sns, String topic) {
        try (sns) {
            while (true) {
                String number = "m" + numbers.incrementAndGet();
                sns.publish(publish -> publish.topicArn(topic).message(number));
                answered.add(number);
            }
        } catch (SdkException killed) {
            // Whether the last one was published is not known.
        }
    }

    /** Until all that was answered is there and nothing more comes. */
    private void drain(PacketboatServer server) {
        try (SqsClient sqs = AwsClients.sync(SqsClient.builder(), server, "http")) {
            int emptyRounds = 0;
            while (emptyRounds < (isComplete() ? 2 : MOST_EMPTY_ROUNDS)) {
                boolean any = false;
                for (int i = 0; i < QUEUES; i++) {
                    any |= receive(sqs, i);
                }
                emptyRounds = any ? 0 : emptyRounds + 1;
            }
        }
    }

    private boolean isComplete() {
        return received.stream().allMatch(ofQueue -> ofQueue.keySet().containsAll(answered));
    }

    private boolean receive(SqsClient sqs, int queue) {
        String url = queues.get(queue);
        List<Message> messages = sqs.receiveMessage(
                        receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                .messages();
        if (messages.isEmpty()) {
            return false;
        }
        messages.forEach(message -> received.get(queue).merge(message.body(), 1, Integer::sum));
        sqs.deleteMessageBatch(delete -> delete.queueUrl(url)
                .entries(messages.stream()
                        .map(message -> DeleteMessageBatchRequestEntry.builder()
                                .id(message.messageId())
                                .receiptHandle(message.receiptHandle())
                                .build())
                        .toList()));
        return true;
    }
}
