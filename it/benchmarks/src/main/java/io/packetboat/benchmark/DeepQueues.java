package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * What messages that wait cost those who receive: the rate of receiving from a deep queue against that from a shallow one
 * on the same server, in turns. Prints medians of messages a second while receiving, and their ratio, which is to be 0.9
 * or more, or 0.5 where the deep queue pages. {@code drain} fills a queue and empties it, and prints the longest time in
 * which nothing moved.
 *
 * <p>Arguments: how many are few, how many are many, then cases; without any 1,000, 1,000,000 and all. Four threads of
 * the AWS SDK are the client.
 */
public final class DeepQueues {
    private static final String ROW = "%-8s %14s %14s %10s%n";
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 4_000;
    private static final int GROUPS = 10_000;

    private final int few;
    private final int many;

    private DeepQueues(int few, int many) {
        this.few = few;
        this.many = many;
    }

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int few = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int many = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        List<Case> chosen = Stream.of(arguments)
                .skip(2)
                .map(name -> Case.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        DeepQueues queues = new DeepQueues(few, many);
        for (Case one : chosen.isEmpty() ? List.of(Case.values()) : chosen) {
            try (PacketboatServer server =
                    PacketboatServer.started("deep-" + one, one.environment(), List.of(one.heap()))) {
                queues.run(one, server);
            }
        }
    }

    /** What is compared, and the server that it needs. */
    private enum Case {
        /** All messages fit into the heap. */
        MEMORY("-Xmx6g"),
        /** A heap of 1 GB, as shipped. */
        PAGED("-Xmx1g"),
        /** As {@link #PAGED}, with a FIFO queue of ten thousand groups. */
        GROUPS("-Xmx1g"),
        /** A FIFO queue that begins with messages of a locked group, a tenth of many, against one that does not. */
        LOCKED("-Xmx1g"),
        /** Fills a queue with ten times as many, and empties it. */
        DRAIN("-Xmx1g");

        private final String heap;

        Case(String heap) {
            this.heap = heap;
        }

        String heap() {
            return heap;
        }

        Map<String, String> environment() {
            return this == MEMORY
                    ? Map.of(
                            "PACKETBOAT_BROKER_MAX_MEMORY_PERCENT", "80",
                            "PACKETBOAT_BROKER_MAX_MEMORY_PER_ADDRESS", "4GiB")
                    : Map.of();
        }
    }

    private void run(Case one, PacketboatServer server) throws InterruptedException, ExecutionException {
        switch (one) {
            case MEMORY, PAGED ->
                compare(one, LoadedQueue.standard(server, "few"), LoadedQueue.standard(server, "many"), many);
            case GROUPS ->
                compare(one, LoadedQueue.fifo(server, "few", GROUPS), LoadedQueue.fifo(server, "many", GROUPS), many);
            case LOCKED -> {
                LoadedQueue locked = LoadedQueue.fifo(server, "locked", GROUPS);
                locked.lockGroup("locked", many / 10);
                compare(one, LoadedQueue.fifo(server, "few", GROUPS), locked, few);
            }
            case DRAIN -> drain(server);
        }
    }

    private void compare(Case one, LoadedQueue shallow, LoadedQueue deep, int depth)
            throws InterruptedException, ExecutionException {
        shallow.fill(few);
        deep.fill(depth);
        shallow.receiveRate(WARM_UP);
        deep.receiveRate(WARM_UP);
        List<Double> ofShallow = new ArrayList<>();
        List<Double> ofDeep = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ofShallow.add(shallow.receiveRate(MEASURED));
            ofDeep.add(deep.receiveRate(MEASURED));
        }
        double before = Median.of(ofShallow);
        double after = Median.of(ofDeep);
        System.out.printf(ROW, "", "shallow, 1/s", "deep, 1/s", "ratio");
        System.out.printf(ROW, one, number(before), number(after), "%.2f".formatted(after / before));
        shallow.close();
        deep.close();
    }

    private void drain(PacketboatServer server) throws InterruptedException, ExecutionException {
        try (LoadedQueue queue = LoadedQueue.standard(server, "drain")) {
            System.out.printf(ROW, "", "messages/s", "longest stall", "MiB");
            printDrain("filled", queue.fill(10 * many), server);
            printDrain("drained", queue.drain(), server);
        }
    }

    private static void printDrain(String what, Progress progress, PacketboatServer server) {
        System.out.printf(
                ROW,
                what,
                number(progress.perSecond()),
                "%.2f s".formatted(progress.longestStallSeconds()),
                number(new ServerProcess(server.pid()).residentMebibytes()));
    }

    private static String number(double figure) {
        return "%.0f".formatted(figure);
    }
}
