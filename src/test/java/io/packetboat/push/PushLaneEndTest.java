package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.TestingCrash;
import io.packetboat.push.PushEntry.Kind;
import io.packetboat.subscription.SubscriptionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left, and what is not, when a lane ends in one way or another. */
class PushLaneEndTest {
    private static final SubscriptionId A = new SubscriptionId("00000000-0000-4000-8000-00000000000a");
    private static final SubscriptionId B = new SubscriptionId("00000000-0000-4000-8000-00000000000b");

    @TempDir
    Path directory;

    @TempDir
    Path image;

    private TestingLanes on;

    @BeforeEach
    void start() {
        on = new TestingLanes(directory);
    }

    @AfterEach
    void stop() {
        on.close();
    }

    @Test
    void theMessagesOfASubscriptionThatIsGoneAreDropped() {
        PushLane lane = new PushLane(
                "a", on.node().desks().own(on.node().queue("a")), TestingLanes.PATIENCE, Optional::empty, on.setup());
        on.lanes.add(lane);

        on.put("a", "one", "two");
        lane.start();

        TestingLanes.await(() -> lane.status().backlog() == 0);
        assertThat(on.attempts).isEmpty();
    }

    @Test
    void aMessageIsTriedOnAfterACrash() throws IOException {
        Duration delay = Duration.ofSeconds(1);
        RetrySchedule once = new RetrySchedule(0, 1, 0, 0, delay, delay, BackoffCurve.LINEAR);
        CompletableFuture<PushOutcome> first = new CompletableFuture<>();
        PushLane before = on.lane("a", on.terms(once, Optional.of(TestingLanes.LETTERS), entry -> {
            on.attempts.add(entry.body());
            return first;
        }));
        on.put("a", "one");
        before.start();
        TestingLanes.await(() -> on.attempts.size() == 1);
        before.stop();
        first.complete(new PushOutcome.Failed("HTTP status 500"));
        TestingLanes.await(() -> before.status().retryAt().isPresent() && before.isIdle());

        Path crash = image.resolve("crash");
        TestingCrash.copy(directory, crash);
        on.outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        on.open(crash);
        PushLane after = on.lane("a", on.terms(once, Optional.of(TestingLanes.LETTERS), on::answer));
        after.start();

        // The second failure is the last, since the first one is remembered.
        TestingLanes.await(
                () -> after.status().deadLettered() == 1 && after.status().backlog() == 0);
        assertThat(on.attempts).containsExactly("one", "one");
    }

    @Test
    void whatIsNotWantedAnyMoreIsDropped() {
        PushLane lane =
                on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.of(TestingLanes.LETTERS), on::answer));

        on.put("a", new PushEntry(Kind.UNSUBSCRIBE_CONFIRMATION, "q", false, "bye"));
        on.put("a", "one");
        lane.start();

        TestingLanes.await(() -> on.attempts.size() == 1 && lane.status().backlog() == 0);
        assertThat(on.attempts).containsExactly("one");
    }

    @Test
    void theStopOfTheNodeCostsAMessageNotItsLastAttempt() {
        CompletableFuture<PushOutcome> first = new CompletableFuture<>();
        PushLane lane = on.lane("a", on.terms(TestingLanes.retries(0), Optional.empty(), entry -> {
            on.attempts.add(entry.body());
            return first;
        }));
        on.put("a", "one");
        lane.start();
        TestingLanes.await(() -> on.attempts.size() == 1);

        lane.stop();
        first.complete(new PushOutcome.Failed("the connection was closed without an answer"));

        TestingLanes.await(() -> lane.isIdle() && lane.status().backlog() == 1);
        assertThat(lane.status().failed()).isZero();
    }

    @Test
    void aRestartedNodeGoesOnWithWhatWasLeft() throws IOException {
        on.put(A.value(), "one", "two");
        on.put(B.value(), "three");
        Path crash = image.resolve("crash");
        TestingCrash.copy(directory, crash);
        on.open(crash);
        PushLanes restarted = on.lanesOfNode();

        restarted.withQueues().forEach(id -> restarted.deliver(id, TestingLanes.TOPIC, TestingLanes.PATIENCE));

        TestingLanes.await(() -> on.attempts.size() == 3);
        assertThat(on.attempts).containsExactlyInAnyOrder("one", "two", "three");
        TestingLanes.await(() -> restarted.status(A).orElseThrow().delivered() == 2);
        restarted.stop();
    }

    @Test
    void aLaneThatEndedBeginsNothingMoreAndItsQueueIsGone() {
        PushLanes lanesOfNode = on.lanesOfNode();
        on.put(A.value(), "one");
        lanesOfNode.deliver(A, TestingLanes.TOPIC, TestingLanes.PATIENCE);
        TestingLanes.await(() -> lanesOfNode.status(A).orElseThrow().delivered() == 1);

        lanesOfNode.end(A);
        on.put(B.value(), "three");
        lanesOfNode.deliver(B, TestingLanes.TOPIC, TestingLanes.PATIENCE);

        TestingLanes.await(() -> lanesOfNode.status(B).orElseThrow().delivered() == 1);
        assertThat(on.attempts).containsExactly("one", "three");
        assertThat(lanesOfNode.status(A)).isEmpty();
        assertThat(lanesOfNode.withQueues()).containsExactly(B);
        assertThat(lanesOfNode.of(TestingLanes.TOPIC)).containsExactly(B);
        lanesOfNode.stop();
    }
}
