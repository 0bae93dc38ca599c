package io.packetboat.delivery;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Steps, and the queue they are done with. */
record Scenario(boolean fifo, DeskLimits limits, int maxReceives, List<Step> steps) {

    static Scenario random(Random random, boolean fifo) {
        DeskLimits limits = random.nextInt(4) == 0
                ? new DeskLimits(1 + random.nextInt(6), 1 + random.nextInt(5))
                : DeskLimits.DEFAULT;
        return new Scenario(fifo, limits, 1 + random.nextInt(5), Step.random(random, fifo));
    }

    /** One that does not take long and in which nothing crashes. */
    static Scenario inRealTime(Random random, boolean fifo) {
        return new Scenario(fifo, DeskLimits.DEFAULT, 1 + random.nextInt(5), Step.inRealTime(random, fifo));
    }

    void runOn(TestedEngine engine) {
        new ModelRun(engine, fifo, limits, maxReceives).run(steps);
    }

    /** Why it fails, if it does. */
    @Nullable
    RuntimeException failure() {
        try {
            runOn(new TestingEngine(fifo, limits, maxReceives));
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** A short one that fails too. */
    Scenario shrunk() {
        String kind = kind(failure());
        return with(
                Shrinking.shrink(steps, fewer -> kind.equals(kind(with(fewer).failure()))));
    }

    /** Why, without what differs from run to run. */
    private static String kind(@Nullable RuntimeException failure) {
        return failure == null ? "" : String.valueOf(failure.getMessage()).replaceAll("[0-9a-f-]{36}|\\d+|\\[.*]", "");
    }

    private Scenario with(List<Step> fewer) {
        return new Scenario(fifo, limits, maxReceives, List.copyOf(fewer));
    }

    @Override
    public String toString() {
        return (fifo ? "FIFO queue, " : "standard queue, ")
                + limits
                + ", dead letters after " + maxReceives + " receives\n"
                + steps.stream().map(step -> "  " + step).collect(Collectors.joining("\n"));
    }
}
