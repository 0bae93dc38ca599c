package io.packetboat.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.PacketboatServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Kills the server under the load of SQS clients, on queues that page, and holds all they saw against what SQS promises.
 *
 * <p>{@code packetboat.it.sqs.kills} says how often, {@code packetboat.it.crash.seed} repeats the moments of an earlier
 * run, as far as a machine repeats anything.
 */
class SqsCrashIT {
    private static final int KILLS = Integer.getInteger("packetboat.it.sqs.kills", 10);
    private static final long SEED = Long.getLong("packetboat.it.crash.seed", System.nanoTime());
    private static final int FEWEST_EVENTS = 300;
    private static final int MOST_EVENTS = 3_000;
    private static final String STANDARD = "crash-sqs";
    private static final String FIFO = "crash-sqs.fifo";
    /** A receive waits a second, and what nobody deleted stays hidden for three. */
    private static final int QUIET_RECEIVES = 6;
    /** What is counted and does not come for so long is lost. */
    private static final int MOST_QUIET_RECEIVES = 120;

    private final SqsHistory history = new SqsHistory();
    private final Random random = new Random(SEED);
    private final List<String> early = new ArrayList<>();

    @Test
    void noKillBreaksAPromiseOfSqs() throws Exception {
        System.out.println("sqs crash: " + KILLS + " kills, seed " + SEED);
        try (PacketboatServer server = PacketboatServer.started(
                "sqs-crash",
                Map.of(
                        "PACKETBOAT_BROKER_MAX_MEMORY_PER_ADDRESS", "512KiB",
                        "PACKETBOAT_BROKER_PAGE_SIZE", "128KiB"),
                List.of("-XX:TieredStopAtLevel=1"))) {
            create(server);
            List<Lane> lanes = lanes();
            for (int kill = 1; kill <= KILLS; kill++) {
                killUnderLoad(server, lanes);
                server.start();
                System.out.println(
                        "sqs crash: kill " + kill + ", " + history.events().size() + " events");
            }
            drain(server);
            // What was deleted must stay so, the last ones included.
            server.kill();
            server.start();
            drain(server);
        }

        SqsVerdict verdict = SqsHistoryChecker.check(history.events());
        System.out.println("sqs crash: after " + KILLS + " kills: " + verdict.line());
        assertThat(early).as("clients that failed before the kill").isEmpty();
        assertThat(verdict).as(verdict.line()).matches(SqsVerdict::isClean);
        assertThat(verdict.sent()).isGreaterThan(KILLS * 10);
        assertThat(verdict.repeated()).isPositive();
    }

    private static void create(PacketboatServer server) throws Exception {
        SqsCalls calls = new SqsCalls(server);
        for (String queue : List.of(STANDARD, FIFO)) {
            JsonObject attributes = queue.equals(FIFO)
                    ? Json.createObjectBuilder().add("FifoQueue", "true").build()
                    : JsonObject.EMPTY_JSON_OBJECT;
            calls.call(
                    "CreateQueue",
                    Json.createObjectBuilder()
                            .add("QueueName", queue)
                            .add("Attributes", attributes)
                            .build());
        }
    }

    /** More producers than consumers, so that the queues outgrow their memory. */
    private List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lanes.add(new SqsProducer(STANDARD, "", new Names("standard" + i), history));
        }
        lanes.add(new SqsProducer(FIFO, "east", new Names("east"), history));
        lanes.add(new SqsProducer(FIFO, "west", new Names("west"), history));
        for (int i = 0; i < 2; i++) {
            lanes.add(new SqsConsumer(STANDARD, history, new Random(random.nextLong())));
            lanes.add(new SqsConsumer(FIFO, history, new Random(random.nextLong())));
        }
        return lanes;
    }

    private void killUnderLoad(PacketboatServer server, List<Lane> lanes) throws InterruptedException {
        Load load = Load.of(server, lanes);
        load.awaitWorking();
        history.awaitMore(random.nextInt(FEWEST_EVENTS, MOST_EVENTS));
        load.kill();
        early.addAll(load.early());
    }

    private void drain(PacketboatServer server) throws Exception {
        SqsCalls calls = new SqsCalls(server);
        for (String queue : List.of(STANDARD, FIFO)) {
            SqsConsumer consumer = new SqsConsumer(queue, history, random);
            for (int quiet = 0; quiet < QUIET_RECEIVES || quiet < MOST_QUIET_RECEIVES && calls.depth(queue) > 0; ) {
                quiet = consumer.empty(calls) == 0 ? quiet + 1 : 0;
            }
        }
    }
}
