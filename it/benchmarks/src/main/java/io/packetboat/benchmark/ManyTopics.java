package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;

/**
 * What many topics cost: the same requests on one server with few topics, then with many. Prints medians with few and with
 * many and their ratio, which is to stay near 1 for everything but the restart, memory and the whole list.
 *
 * <p>Arguments: how many are few, how many are many; without any 1,000 and 98,000, since a server takes 100,000 with those
 * that are made to measure.
 */
public final class ManyTopics implements AutoCloseable {
    private static final int MAKERS = 16;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 301;
    private static final String ROW = "%-42s %12s %12s %8s%n";

    private final PacketboatServer server = PacketboatServer.started("many-topics");
    private final SnsClient sns = SdkClients.client(SnsClient.builder(), server);
    private int made;
    private int measured;

    private ManyTopics() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int few = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 98_000;
        try (ManyTopics topics = new ManyTopics()) {
            topics.makeUpTo(few);
            Map<String, Double> withFew = topics.measure();
            topics.makeUpTo(many);
            Map<String, Double> withMany = topics.measure();
            System.out.printf(ROW, "", few, many, "ratio");
            withFew.forEach((what, before) -> print(what, before, withMany.getOrDefault(what, Double.NaN)));
        }
    }

    private static void print(String what, double before, double after) {
        System.out.printf(
                ROW, what, "%.1f".formatted(before), "%.1f".formatted(after), "%.2f".formatted(after / before));
    }

    private void makeUpTo(int wanted) throws InterruptedException, ExecutionException {
        int from = made;
        SubscribedQueues.byAll(MAKERS, wanted - from, number -> create(from + number));
        made = wanted;
    }

    /** Spread over the alphabet and not in the order of making. */
    private void create(int number) {
        sns.createTopic(create -> create.name("%08x-topic-%d".formatted(Integer.reverse(number), number)));
    }

    private Map<String, Double> measure() throws InterruptedException, ExecutionException {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("restart to ready, s", seconds(server::restart));
        ServerProcess process = new ServerProcess(server.pid());
        figures.put("restart, CPU s", process.cpuSeconds());
        figures.put("resident memory at ready, MiB", process.residentMebibytes());
        String name = "measured-" + measured++;
        try (SubscribedQueues one = SubscribedQueues.create(server, name, 1, Map.of())) {
            figures.put("published and received, ms", median(() -> {
                one.publish("a message", Map.of());
                one.takeOne(0);
            }));
        }
        figures.put("first page of 100, ms", median(() -> page(Optional.empty())));
        figures.put(
                "one more topic, ms",
                median(() -> sns.createTopic(create -> create.name("more-" + System.nanoTime()))));
        figures.put("the whole list, s", seconds(this::readAll));
        return figures;
    }

    private ListTopicsResponse page(Optional<String> after) {
        return sns.listTopics(list -> list.nextToken(after.orElse(null)));
    }

    private void readAll() {
        int found = 0;
        Optional<String> next = Optional.empty();
        do {
            ListTopicsResponse page = page(next);
            found += page.topics().size();
            next = Optional.ofNullable(page.nextToken());
        } while (next.isPresent());
        int expected = made + measured * (1 + WARM_UP + MEASURED);
        if (found != expected) {
            throw new IllegalStateException(found + " topics are listed instead of " + expected);
        }
    }

    private static double median(Runnable request) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            double taken = seconds(request) * 1_000;
            if (i >= WARM_UP) {
                millis.add(taken);
            }
        }
        return Median.of(millis);
    }

    private static double seconds(Runnable step) {
        long before = System.nanoTime();
        step.run();
        return (System.nanoTime() - before) / 1e9;
    }

    @Override
    public void close() {
        sns.close();
        server.close();
    }
}
