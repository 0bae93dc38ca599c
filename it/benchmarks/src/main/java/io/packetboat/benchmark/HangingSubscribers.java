package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Whether web servers that hang delay the others. Prints how long a message takes to those that answer, when all do and
 * when some hang, in turns; the 99th percentiles are to differ by no more than twice.
 *
 * <p>Arguments: subscribers, how many of them hang, messages of a round; without any 1,000, 10 and 30.
 */
public final class HangingSubscribers {
    private static final String ROW = "%-14s %10s %10s %10s%n";
    private static final int ROUNDS = 3;
    private static final int THREADS = 8;
    private static final long PAUSE_MILLIS = 500;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final int PERCENT = 100;

    private final SnsClient sns;
    private final WebSubscribers subscribers;
    private final String topic;
    private final int count;

    private HangingSubscribers(PacketboatServer server, int count) throws IOException {
        this.sns = SdkClients.client(SnsClient.builder(), server);
        this.topic = sns.createTopic(create -> create.name("hanging")).topicArn();
        this.count = count;
        this.subscribers = new WebSubscribers(token ->
                sns.confirmSubscription(confirm -> confirm.topicArn(topic).token(token)));
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException, IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int hanging = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int messages = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
        try (PacketboatServer server = PacketboatServer.started("hanging")) {
            new HangingSubscribers(server, count).run(hanging, messages);
        }
    }

    private void run(int hanging, int messages) throws InterruptedException, ExecutionException {
        try (subscribers) {
            subscribe();
            publish(0, messages);
            System.out.printf(ROW, "", "50 %, ms", "99 %, ms", "most, ms");
            List<Double> without = new ArrayList<>();
            List<Double> with = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                without.add(print("all answer", publish(0, messages)));
                with.add(print(hanging + " hang", publish(hanging, messages)));
            }
            System.out.printf("ratio of the 99th percentiles %.2f%n", Median.of(with) / Median.of(without));
        }
    }

    private void subscribe() throws InterruptedException, ExecutionException {
        SubscribedQueues.byAll(
                THREADS,
                count,
                number -> sns.subscribe(subscribe -> subscribe
                        .topicArn(topic)
                        .protocol("http")
                        .endpoint(subscribers.url(number))
                        .attributes(Map.of("RawMessageDelivery", "true"))));
        await(() -> confirmed() == count);
    }

    private long confirmed() {
        return Long.parseLong(sns.getTopicAttributes(get -> get.topicArn(topic))
                .attributes()
                .getOrDefault("SubscriptionsConfirmed", "0"));
    }

    /** How long each copy took to those that answer, in milliseconds, the shortest first. */
    private List<Double> publish(int hanging, int messages) throws InterruptedException {
        Queue<Double> arrived = new ConcurrentLinkedQueue<>();
        subscribers.hang(hanging);
        long begin = System.nanoTime();
        subscribers.whenArrived(published -> {
            // Earlier ones come again to those that hung.
            if (published >= begin) {
                arrived.add((System.nanoTime() - published) / 1e6);
            }
        });
        for (int i = 0; i < messages; i++) {
            sns.publish(publish -> publish.topicArn(topic).message(Long.toString(System.nanoTime())));
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        long expected = (long) messages * (count - hanging);
        await(() -> arrived.size() >= expected);
        return arrived.stream().sorted().toList();
    }

    private static void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.isMet()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within two minutes");
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns the 99th percentile. */
    private static double print(String what, List<Double> millis) {
        double high = millis.get((millis.size() - 1) * 99 / PERCENT);
        System.out.printf(ROW, what, number(Median.of(millis)), number(high), number(millis.get(millis.size() - 1)));
        return high;
    }

    private static String number(double figure) {
        return "%.1f".formatted(figure);
    }

    private interface Condition {
        boolean isMet();
    }
}
