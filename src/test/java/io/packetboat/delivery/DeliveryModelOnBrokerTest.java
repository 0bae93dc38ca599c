package io.packetboat.delivery;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * As {@link DeliveryModelTest}, on queues of a real broker with timeouts of up to two seconds.
 *
 * <p>What fails is done again, since a machine that stands still for a moment looks like a broken promise.
 */
class DeliveryModelOnBrokerTest {
    private static final int RUNS = Integer.getInteger("packetboat.model.broker.runs", 16);
    private static final long SEED = Long.getLong("packetboat.model.seed", System.nanoTime());
    private static final int AT_ONCE = 16;
    private static final int ATTEMPTS = 12;
    private static final int FAILURES = 8;

    private final AtomicInteger judged = new AtomicInteger();
    private final AtomicInteger tooSlow = new AtomicInteger();
    private final AtomicInteger queues = new AtomicInteger();

    @Test
    void engineOnTheBrokerAnswersAsTheModelDoes(@TempDir Path directory) throws Exception {
        System.out.println("model on a broker: " + RUNS + " runs, seed " + SEED);
        Random seeds = new Random(SEED);
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> runs = new ArrayList<>();
        try (TestingDeliveries testing = new TestingDeliveries(TestingDeliveries.pagingSoon(directory))) {
            for (int run = 0; run < RUNS; run++) {
                Scenario scenario = Scenario.inRealTime(new Random(seeds.nextLong()), run % 2 == 0);
                runs.add(clients.submit(() -> judge(scenario, testing)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.println("model on a broker: " + judged + " judged, " + tooSlow + " times too slow to tell");
        assumeThat(judged).as("machine fast enough for half of the runs").hasValueGreaterThanOrEqualTo(RUNS / 2);
    }

    private void judge(Scenario scenario, TestingDeliveries testing) {
        int failures = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            BrokerEngine engine = new BrokerEngine(
                    testing, "model" + queues.incrementAndGet(), scenario.fifo(), scenario.maxReceives());
            try {
                scenario.runOn(engine);
                judged.incrementAndGet();
                return;
            } catch (BrokerEngine.TooSlow e) {
                tooSlow.incrementAndGet();
            } catch (SqsModel.Broken e) {
                if (engine.isLate()) {
                    tooSlow.incrementAndGet();
                } else if (++failures == FAILURES) {
                    throw new AssertionError("seed " + SEED + ": " + scenario, e);
                } else {
                    System.out.println("model on a broker: " + e + "\n" + scenario);
                }
            }
        }
    }
}
