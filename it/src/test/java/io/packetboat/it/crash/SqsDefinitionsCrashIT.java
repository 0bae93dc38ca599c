package io.packetboat.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import jakarta.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Kills the server while SQS clients make, change and delete queues, which is in the database and in the broker: what was
 * answered holds after the restart, what was not is done whole or not at all, and both agree on what there is.
 *
 * <p>{@code packetboat.it.sqs.definition.kills} says how often, {@code packetboat.it.crash.seed} repeats the moments.
 */
class SqsDefinitionsCrashIT {
    static final String DEAD = "definitions-dead";

    private static final int KILLS = Integer.getInteger("packetboat.it.sqs.definition.kills", 6);
    private static final long SEED = Long.getLong("packetboat.it.crash.seed", System.nanoTime());
    private static final int LANES = 3;
    private static final int FEWEST_CALLS = 10;
    private static final int MOST_CALLS = 150;
    private static final Duration CALLS_WITHIN = Duration.ofMinutes(2);

    @Test
    void noKillLeavesAQueueHalfDefined() throws Exception {
        System.out.println("definitions crash: " + KILLS + " kills, seed " + SEED);
        Random random = new Random(SEED);
        AtomicInteger answered = new AtomicInteger();
        List<QueueChanges> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(new QueueChanges("definitions-" + lane + "-", new Random(random.nextLong()), answered));
        }
        List<String> wrong = new ArrayList<>();
        try (PacketboatServer server =
                PacketboatServer.started("sqs-definitions", Map.of(), List.of("-XX:TieredStopAtLevel=1"))) {
            new SqsCalls(server)
                    .call(
                            "CreateQueue",
                            Json.createObjectBuilder().add("QueueName", DEAD).build());
            for (int kill = 1; kill <= KILLS; kill++) {
                Load load = Load.of(server, List.copyOf(lanes));
                load.awaitWorking();
                int enough = answered.get() + random.nextInt(FEWEST_CALLS, MOST_CALLS);
                await().atMost(CALLS_WITHIN)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> answered.get() >= enough || !load.early().isEmpty());
                load.kill();
                wrong.addAll(load.early());
                server.start();
                look(server, lanes, "after kill " + kill + ": ", wrong);
            }
        }
        System.out.println("definitions crash: " + answered + " changes answered, wrong: " + wrong);
        assertThat(wrong).isEmpty();
        assertThat(answered.get()).isGreaterThanOrEqualTo(KILLS * FEWEST_CALLS);
    }

    private static void look(PacketboatServer server, List<QueueChanges> lanes, String when, List<String> wrong)
            throws Exception {
        SqsCalls calls = new SqsCalls(server);
        try (CoreQueues broker = new CoreQueues(server)) {
            for (QueueChanges lane : lanes) {
                lane.look(calls, broker).forEach(one -> wrong.add(when + one));
            }
        }
    }
}
