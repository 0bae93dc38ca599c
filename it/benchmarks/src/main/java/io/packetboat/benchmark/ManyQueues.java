package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What many queues cost: the same requests on one server with few queues, then with many. Prints medians with few and
 * with many and their ratio, which is to stay near 1 for everything but the restart and memory.
 *
 * <p>Arguments: how many are few, how many are many; without any 1,000 and 100,000.
 */
public final class ManyQueues implements AutoCloseable {
    private static final int MAKERS = 16;
    private static final int WARM_UP = 300;
    private static final int MEASURED = 301;
    private static final String ROW = "%-34s %12s %12s %8s%n";

    private final PacketboatServer server = PacketboatServer.started("many-queues");
    private final AdminClient admin = new AdminClient(server);
    private final AtomicInteger made = new AtomicInteger();

    private ManyQueues() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int few = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        try (ManyQueues queues = new ManyQueues()) {
            queues.makeUpTo(few);
            Map<String, Double> withFew = queues.measure();
            queues.makeUpTo(many);
            Map<String, Double> withMany = queues.measure();
            print(few, withFew, many, withMany);
        }
    }

    private static void print(int few, Map<String, Double> withFew, int many, Map<String, Double> withMany) {
        System.out.printf(ROW, "", few, many, "ratio");
        for (String what : withFew.keySet()) {
            double before = withFew.getOrDefault(what, Double.NaN);
            double after = withMany.getOrDefault(what, Double.NaN);
            System.out.printf(
                    ROW, what, "%.1f".formatted(before), "%.1f".formatted(after), "%.2f".formatted(after / before));
        }
    }

    /** By several threads, so that their syncs to disk share the journal's. */
    private void makeUpTo(int wanted) throws InterruptedException, ExecutionException {
        ExecutorService makers = Executors.newFixedThreadPool(MAKERS);
        try {
            List<Future<?>> making = new ArrayList<>();
            for (int maker = 0; maker < MAKERS; maker++) {
                making.add(makers.submit(() -> make(wanted)));
            }
            for (Future<?> one : making) {
                one.get();
            }
        } finally {
            makers.shutdownNow();
        }
    }

    private void make(int wanted) {
        int next;
        while ((next = made.getAndUpdate(count -> Math.min(count + 1, wanted))) < wanted) {
            admin.createQueue(name(next));
        }
    }

    /** Spread over the alphabet and not in the order of making. */
    private static String name(int number) {
        return "%08x-queue-%d".formatted(Integer.reverse(number), number);
    }

    private Map<String, Double> measure() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("restart to ready, s", seconds(server::restart));
        ServerProcess process = new ServerProcess(server.pid());
        figures.put("restart, CPU s", process.cpuSeconds());
        figures.put("resident memory at ready, MiB", process.residentMebibytes());
        figures.put("first page of 100, ms", median(() -> admin.read("queues?size=100")));
        figures.put("page in the middle, ms", median(() -> admin.read("queues?size=100&after=80000000")));
        figures.put("filtered page, ms", median(() -> admin.read("queues?size=100&contains=queue-1")));
        figures.put("filtered page, no hit, ms", median(() -> admin.read("queues?size=100&contains=nowhere")));
        figures.put("one queue, ms", median(() -> admin.read("queues/" + name(0))));
        figures.put("one more queue, ms", median(() -> admin.createQueue("more-" + System.nanoTime())));
        return figures;
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
        server.close();
    }
}
