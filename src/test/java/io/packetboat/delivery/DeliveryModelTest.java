package io.packetboat.delivery;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random steps of many clients, held against {@link SqsModel}; a list of steps that fails is shortened and printed.
 *
 * <p>{@code packetboat.model.runs} says how many, {@code packetboat.model.seed} repeats those of an earlier run.
 */
class DeliveryModelTest {
    private static final int RUNS = Integer.getInteger("packetboat.model.runs", 3_000);
    private static final long SEED = Long.getLong("packetboat.model.seed", System.nanoTime());

    @ParameterizedTest(name = "fifo {0}")
    @ValueSource(booleans = {false, true})
    void engineAnswersAsTheModelDoes(boolean fifo) {
        System.out.println("model: fifo " + fifo + ", " + RUNS + " runs, seed " + SEED);
        Random seeds = new Random(SEED);
        for (int run = 0; run < RUNS; run++) {
            Scenario scenario = Scenario.random(new Random(seeds.nextLong()), fifo);
            if (scenario.failure() != null) {
                Scenario shortest = scenario.shrunk();
                throw new AssertionError("run " + run + " of seed " + SEED + ": " + shortest, shortest.failure());
            }
        }
    }
}
