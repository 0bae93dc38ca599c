package io.packetboat.benchmark;

import io.packetboat.it.PacketboatServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast a topic hands on. Copies a second to its queues against messages a second that as many clients send to these
 * queues directly, in turns on one server; the ratio is to be 0.5 or more. Then how long it takes until very many queues
 * have their copy of one message, which is to be 2 seconds or less.
 *
 * <p>Arguments: queues, seconds of a round, very many queues; without any 100, 10 and 10,000.
 */
public final class FanOutRate implements AutoCloseable {
    private static final int ROUNDS = 5;
    private static final int PUBLISHERS = 4;
    private static final int WIDE_WARM_UP = 3;
    private static final int WIDE_ROUNDS = 7;
    private static final int WATCHED = 50;
    private static final String BODY = "x".repeat(256);
    private static final Map<String, String> RAW = Map.of("RawMessageDelivery", "true");

    private final PacketboatServer server = PacketboatServer.started("fan-out-rate");
    private final ServerProcess process = new ServerProcess(server.pid());

    private FanOutRate() {}

    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        int queues = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        int wide = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        try (FanOutRate rate = new FanOutRate()) {
            rate.compare(queues, seconds);
            rate.wide(wide);
        }
    }

    private record Load(double perSecond, double cpuMicros) {}

    private void compare(int queues, int seconds) throws InterruptedException, ExecutionException {
        List<Load> sent = new ArrayList<>();
        List<Load> copied = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            try (SubscribedQueues set = SubscribedQueues.create(server, "round-" + round, queues, RAW)) {
                Load sending = load(set, seconds, queues, 1, client -> set.send(client, BODY));
                set.delete();
                if (round > 0) {
                    sent.add(sending);
                }
            }
            try (SubscribedQueues set = SubscribedQueues.create(server, "copies-" + round, queues, RAW)) {
                Load copying = load(set, seconds, PUBLISHERS, queues, client -> set.publish(BODY, Map.of()));
                set.delete();
                if (round > 0) {
                    copied.add(copying);
                }
            }
        }
        print("sent directly", sent);
        print("copied by the topic", copied);
        System.out.printf("ratio %.2f%n", median(copied) / median(sent));
    }

    /** Until everything that was begun in the time is in the queues. */
    private Load load(SubscribedQueues set, int seconds, int clients, int copies, Step step)
            throws InterruptedException, ExecutionException {
        AtomicLong done = new AtomicLong();
        double cpu = process.cpuSeconds();
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        SubscribedQueues.byAll(clients, clients, client -> {
            while (System.nanoTime() < end) {
                step.run(client);
                done.incrementAndGet();
            }
        });
        long expected = done.get() * copies;
        long waiting = set.waiting();
        while (waiting < expected) {
            waiting = set.waiting();
        }
        double taken = (System.nanoTime() - begin) / 1e9;
        if (waiting != expected) {
            throw new IllegalStateException(waiting + " messages instead of " + expected);
        }
        return new Load(expected / taken, (process.cpuSeconds() - cpu) * 1e6 / expected);
    }

    private static double median(List<Load> loads) {
        return Median.of(loads.stream().map(Load::perSecond).toList());
    }

    private static void print(String what, List<Load> loads) {
        double cpu = Median.of(loads.stream().map(Load::cpuMicros).toList());
        System.out.printf("%-20s %8.0f messages/s, %5.0f µs of the server's CPU each%n", what, median(loads), cpu);
    }

    private void wide(int queues) throws InterruptedException, ExecutionException {
        try (SubscribedQueues set = SubscribedQueues.create(server, "wide", queues, Map.of())) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < WIDE_WARM_UP + WIDE_ROUNDS; i++) {
                long begin = System.nanoTime();
                set.publish(BODY, Map.of());
                // All copies are written together, so a few queues tell of all.
                SubscribedQueues.byAll(
                        WATCHED, WATCHED, number -> set.takeOne((int) ((long) number * queues / WATCHED)));
                double taken = (System.nanoTime() - begin) / 1e9;
                if (i >= WIDE_WARM_UP) {
                    seconds.add(taken);
                }
            }
            long left = (long) (WIDE_WARM_UP + WIDE_ROUNDS) * (queues - Math.min(WATCHED, queues));
            if (set.waiting() != left) {
                throw new IllegalStateException(set.waiting() + " messages instead of " + left);
            }
            double longest =
                    seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
            System.out.printf(
                    "one message to %d queues: %.2f s, at most %.2f s%n", queues, Median.of(seconds), longest);
        }
    }

    private interface Step {
        void run(int client);
    }

    @Override
    public void close() {
        server.close();
    }
}
