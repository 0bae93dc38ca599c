package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A queue that a few threads fill and read through the AWS SDK, ten messages to a call. */
final class LoadedQueue implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int BATCH = 10;
    private static final String BODY = "x".repeat(256);
    private static final int EMPTY_WAIT_SECONDS = 2;

    private final SqsClient sqs;
    private final String url;
    /** Messages go to so many groups in turn; 0 for a standard queue. */
    private final int groups;

    private final AtomicLong sent = new AtomicLong();

    private LoadedQueue(SqsClient sqs, String url, int groups) {
        this.sqs = sqs;
        this.url = url;
        this.groups = groups;
    }

    static LoadedQueue standard(PacketboatServer server, String name) {
        return create(server, name, Map.of(), 0);
    }

    static LoadedQueue fifo(PacketboatServer server, String name, int groups) {
        return create(server, name + ".fifo", Map.of(QueueAttributeName.FIFO_QUEUE, "true"), groups);
    }

    private static LoadedQueue create(
            PacketboatServer server, String name, Map<QueueAttributeName, String> attributes, int groups) {
        SqsClient sqs = SdkClients.client(SqsClient.builder(), server);
        String url = sqs.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
        return new LoadedQueue(sqs, url, groups);
    }

    /** Sends so many messages. */
    Progress fill(int messages) throws InterruptedException, ExecutionException {
        return byAll(messages, progress -> {
            send();
            progress.add(BATCH);
        });
    }

    /** Sends so many messages of one group, and receives some of them for good: the group is locked from then on. */
    void lockGroup(String group, int messages) throws InterruptedException, ExecutionException {
        byAll(messages, progress -> send(number -> group));
        sqs.receiveMessage(receive -> receive.queueUrl(url).visibilityTimeout(40_000));
    }

    /**
     * Messages a second that one thread after the other would receive, by the time that receiving alone took. What is
     * received is deleted, and as much is sent before, so that the queue stays as deep as it is.
     */
    double receiveRate(int messages) throws InterruptedException, ExecutionException {
        LongAdder received = new LongAdder();
        LongAdder nanos = new LongAdder();
        byAll(messages, progress -> {
            send();
            long before = System.nanoTime();
            List<Message> some = receive(0);
            nanos.add(System.nanoTime() - before);
            received.add(some.size());
            delete(some);
        });
        return received.sum() * 1e9 / nanos.sum();
    }

    /** Receives and deletes until nothing comes any more. */
    Progress drain() throws InterruptedException, ExecutionException {
        return byAll(Integer.MAX_VALUE, progress -> {
            List<Message> some = receive(EMPTY_WAIT_SECONDS);
            if (some.isEmpty()) {
                throw new Drained();
            }
            delete(some);
            progress.add(some.size());
        });
    }

    private void send() {
        send(number -> "group-" + number % Math.max(1, groups));
    }

    private void send(GroupOf group) {
        List<SendMessageBatchRequestEntry> entries =
                IntStream.range(0, BATCH).mapToObj(i -> entry(i, group)).toList();
        int failed = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries))
                .failed()
                .size();
        if (failed > 0) {
            throw new IllegalStateException(failed + " messages were refused");
        }
    }

    private SendMessageBatchRequestEntry entry(int position, GroupOf group) {
        long number = sent.getAndIncrement();
        var entry = SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(position))
                .messageBody(BODY);
        if (groups > 0) {
            entry.messageGroupId(group.of(number)).messageDeduplicationId(Long.toString(number));
        }
        return entry.build();
    }

    private List<Message> receive(int waitSeconds) {
        return sqs.receiveMessage(receive ->
                        receive.queueUrl(url).maxNumberOfMessages(BATCH).waitTimeSeconds(waitSeconds))
                .messages();
    }

    private void delete(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Message message : messages) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .receiptHandle(message.receiptHandle())
                    .build());
        }
        sqs.deleteMessageBatch(delete -> delete.queueUrl(url).entries(entries));
    }

    /** All threads do a step again and again, until there was one for each ten messages or there is nothing more. */
    private static Progress byAll(int messages, Step step) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        Progress progress = new Progress();
        AtomicLong left = new AtomicLong(messages / BATCH);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(threads.submit(() -> repeat(step, progress, left)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return progress;
    }

    private static void repeat(Step step, Progress progress, AtomicLong left) {
        try {
            while (left.getAndDecrement() > 0) {
                step.run(progress);
            }
        } catch (Drained end) {
            left.set(0);
        }
    }

    @Override
    public void close() {
        sqs.deleteQueue(delete -> delete.queueUrl(url));
        sqs.close();
    }

    private interface Step {
        void run(Progress progress);
    }

    private interface GroupOf {
        String of(long number);
    }

    /** Ends a thread's steps. */
    private static final class Drained extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
