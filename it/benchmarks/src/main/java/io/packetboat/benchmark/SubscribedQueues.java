package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A topic with queues that are subscribed to it, used through the AWS SDK. */
final class SubscribedQueues implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAIT_SECONDS = 20;
    private static final int MAX_TRIES = 6;
    private static final int BATCH = 10;

    private final SnsClient sns;
    private final SqsClient sqs;
    private final String topic;
    private final List<String> urls;

    private SubscribedQueues(SnsClient sns, SqsClient sqs, String topic, List<String> urls) {
        this.sns = sns;
        this.sqs = sqs;
        this.topic = topic;
        this.urls = urls;
    }

    /** Makes topic and queues, and subscribes these with the attributes. */
    static SubscribedQueues create(PacketboatServer server, String name, int queues, Map<String, String> attributes)
            throws InterruptedException, ExecutionException {
        SnsClient sns = SdkClients.client(SnsClient.builder(), server);
        SqsClient sqs = SdkClients.client(SqsClient.builder(), server);
        String topic = sns.createTopic(create -> create.name(name)).topicArn();
        String[] urls = new String[queues];
        byAll(queues, number -> {
            String url = sqs.createQueue(create -> create.queueName(name + "-" + number))
                    .queueUrl();
            String arn = sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                    .attributes()
                    .get(QueueAttributeName.QUEUE_ARN);
            sns.subscribe(subscribe ->
                    subscribe.topicArn(topic).protocol("sqs").endpoint(arn).attributes(attributes));
            urls[number] = url;
        });
        return new SubscribedQueues(sns, sqs, topic, List.of(urls));
    }

    void publish(String body, Map<String, String> attributes) {
        Map<String, MessageAttributeValue> values = new HashMap<>();
        attributes.forEach((name, value) -> values.put(
                name,
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(value)
                        .build()));
        sns.publish(publish -> publish.topicArn(topic).message(body).messageAttributes(values));
    }

    /** To one of the queues, past the topic. */
    void send(int queue, String body) {
        sqs.sendMessage(send -> send.queueUrl(urls.get(queue)).messageBody(body));
    }

    /** Takes one message from each queue, and fails where one has none or two. */
    void takeOneEach() throws InterruptedException, ExecutionException {
        byAll(urls.size(), this::takeOne);
    }

    /** Waits for the only message of a queue, two minutes at most. */
    void takeOne(int queue) {
        String url = urls.get(queue);
        List<Message> messages = receive(url);
        for (int tries = 1; messages.isEmpty() && tries < MAX_TRIES; tries++) {
            messages = receive(url);
        }
        if (messages.size() != 1) {
            throw new IllegalStateException(url + " has " + messages.size() + " messages");
        }
        String handle = messages.get(0).receiptHandle();
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(handle));
    }

    private List<Message> receive(String url) {
        return sqs.receiveMessage(receive ->
                        receive.queueUrl(url).maxNumberOfMessages(BATCH).waitTimeSeconds(WAIT_SECONDS))
                .messages();
    }

    /** Messages that wait in all queues together. */
    long waiting() throws InterruptedException, ExecutionException {
        long[] counts = new long[urls.size()];
        byAll(urls.size(), number -> counts[number] = waiting(number));
        return IntStream.range(0, counts.length).mapToLong(i -> counts[i]).sum();
    }

    private long waiting(int queue) {
        return Long.parseLong(sqs.getQueueAttributes(get ->
                        get.queueUrl(urls.get(queue)).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
    }

    int size() {
        return urls.size();
    }

    /** Does a step for each number, by several threads. */
    static void byAll(int count, IntConsumer step) throws InterruptedException, ExecutionException {
        byAll(THREADS, count, step);
    }

    static void byAll(int threads, int count, IntConsumer step) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                running.add(executor.submit(() -> {
                    for (int number = first; number < count; number += threads) {
                        step.accept(number);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** Deletes topic and queues. */
    void delete() throws InterruptedException, ExecutionException {
        sns.deleteTopic(delete -> delete.topicArn(topic));
        byAll(urls.size(), number -> sqs.deleteQueue(delete -> delete.queueUrl(urls.get(number))));
    }

    @Override
    public void close() {
        sns.close();
        sqs.close();
    }
}
