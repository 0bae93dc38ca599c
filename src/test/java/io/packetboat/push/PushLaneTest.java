package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.delivery.Delivery;
import io.packetboat.delivery.OwnDesk;
import io.packetboat.push.PushEntry.Kind;
import io.packetboat.subscription.DeliveryReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker, with endpoints that do what a test says. */
class PushLaneTest {
    @TempDir
    Path directory;

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
    void whatTheEndpointTookIsGone() {
        PushLane lane = on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.empty(), on::answer));

        on.put("a", "one", "two", "three");
        lane.start();

        TestingLanes.await(() -> lane.status().delivered() == 3 && lane.status().backlog() == 0);
        assertThat(on.attempts).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(lane.status().lastSuccess()).isPresent();
        assertThat(lane.status().lastError()).isEmpty();
    }

    @Test
    void theEntryIsWhatWasPutIn() {
        List<PushEntry> seen = new CopyOnWriteArrayList<>();
        PushLane lane = on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.empty(), entry -> {
            seen.add(entry);
            return CompletableFuture.completedFuture(new PushOutcome.Delivered(200));
        }));
        PushEntry entry = new PushEntry(Kind.NOTIFICATION, "ID:jms-1", true, "Grüße\n\t{}");

        on.put("a", entry);
        lane.start();

        TestingLanes.await(() -> lane.status().delivered() == 1);
        assertThat(seen).containsExactly(entry);
    }

    @Test
    void aFailedAttemptIsRepeated() {
        on.outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        on.outcomes.add(new PushOutcome.Failed("HTTP status 503"));
        PushLane lane =
                on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.of(TestingLanes.LETTERS), on::answer));

        on.put("a", "one");
        lane.start();

        TestingLanes.await(() -> lane.status().delivered() == 1 && lane.status().backlog() == 0);
        assertThat(on.attempts).containsExactly("one", "one", "one");
        assertThat(lane.status().attemptsFailed()).isEqualTo(2);
        assertThat(lane.status().lastError().map(DeliveryReport.Problem::why)).contains("HTTP status 503");
        assertThat(on.deadLetters).isEmpty();
    }

    @Test
    void aRetryWaitsForItsTime() {
        on.outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        Duration delay = Duration.ofMillis(1_500);
        PushLane lane = on.lane(
                "a",
                on.terms(
                        new RetrySchedule(0, 1, 0, 0, delay, delay, BackoffCurve.LINEAR),
                        Optional.empty(),
                        on::answer));

        Instant begin = Instant.now();
        on.put("a", "one");
        lane.start();

        TestingLanes.await(() -> lane.status().delivered() == 1);
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(delay);
    }

    @Test
    void aMessageMayBeTriedMoreOftenThanOthersAreDelivered() {
        OwnDesk desk = on.node().desks().own(on.node().queue("a"));
        on.put("a", "one");

        for (int attempt = 1; attempt <= 30; attempt++) {
            Delivery delivery = desk.receive(1, Duration.ofMinutes(1), Duration.ofSeconds(20))
                    .join()
                    .get(0);
            assertThat(delivery.system().receiveCount()).isEqualTo(attempt);
            desk.hide(delivery.handle(), Duration.ZERO).toCompletableFuture().join();
        }

        assertThat(desk.messages()).isEqualTo(1);
    }

    @Test
    void whatIsGivenUpGoesToTheDeadLetterQueue() {
        for (int i = 0; i < 4; i++) {
            on.outcomes.add(new PushOutcome.Failed("HTTP status 500"));
        }
        PushLane lane =
                on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.of(TestingLanes.LETTERS), on::answer));

        on.put("a", "one");
        lane.start();

        TestingLanes.await(
                () -> lane.status().deadLettered() == 1 && lane.status().backlog() == 0);
        assertThat(on.attempts).hasSize(4);
        assertThat(on.deadLetters).containsExactly("letters: one");
        assertThat(lane.status().failed()).isZero();
    }

    @Test
    void whatIsRejectedIsNotRepeated() {
        on.outcomes.add(new PushOutcome.Rejected("HTTP status 403"));
        PushLane lane =
                on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.of(TestingLanes.LETTERS), on::answer));

        on.put("a", "one");
        lane.start();

        TestingLanes.await(
                () -> lane.status().deadLettered() == 1 && lane.status().backlog() == 0);
        assertThat(on.attempts).hasSize(1);
        assertThat(on.deadLetters).containsExactly("letters: one");
    }

    @Test
    void whatIsGivenUpWithoutADeadLetterQueueIsCounted() {
        on.outcomes.add(new PushOutcome.Rejected("HTTP status 403"));
        PushLane lane = on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.empty(), on::answer));

        on.put("a", "one");
        lane.start();

        TestingLanes.await(() -> lane.status().failed() == 1 && lane.status().backlog() == 0);
        assertThat(lane.status().lastError().map(DeliveryReport.Problem::why)).contains("HTTP status 403");
    }

    @Test
    void anEndpointThatHangsHoldsUpNobodyElse() {
        List<CompletableFuture<PushOutcome>> hanging = new CopyOnWriteArrayList<>();
        PushLane slow = on.lane("slow", on.terms(TestingLanes.THREE_AT_ONCE, Optional.empty(), entry -> {
            CompletableFuture<PushOutcome> never = new CompletableFuture<>();
            hanging.add(never);
            return never;
        }));
        PushLane quick = on.lane("quick", on.terms(TestingLanes.THREE_AT_ONCE, Optional.empty(), on::answer));
        for (int i = 0; i < PushLane.MOST + 20; i++) {
            on.put("slow", "slow " + i);
        }
        slow.start();
        TestingLanes.await(() -> hanging.size() == PushLane.MOST);

        for (int i = 0; i < 30; i++) {
            on.put("quick", "quick " + i);
        }
        quick.start();

        TestingLanes.await(() -> quick.status().delivered() == 30);
        assertThat(hanging).hasSize(PushLane.MOST);
        hanging.get(0).complete(new PushOutcome.Delivered(200));
        TestingLanes.await(() -> hanging.size() == PushLane.MOST + 1);
    }

    @Test
    void aMessageWhoseDeadLetterQueueIsGoneIsCountedAsFailed() {
        on.outcomes.add(new PushOutcome.Rejected("HTTP status 403"));
        PushLane lane = on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.of(TestingLanes.GONE), on::answer));

        on.put("a", "one");
        lane.start();

        TestingLanes.await(() -> lane.status().failed() == 1 && lane.status().backlog() == 0);
        assertThat(on.counts.totals().get("prices").failed()).isEqualTo(1);
        assertThat(on.counts.totals().get("prices").deadLettered()).isZero();
    }

    @Test
    void aQuestionIsNoNotification() {
        on.outcomes.add(new PushOutcome.Delivered(200));
        on.outcomes.add(new PushOutcome.Rejected("HTTP status 403"));
        PushLane lane =
                on.lane("a", on.terms(TestingLanes.THREE_AT_ONCE, Optional.of(TestingLanes.LETTERS), on::answer));

        on.put("a", new PushEntry(Kind.SUBSCRIPTION_CONFIRMATION, "q1", false, "well?"));
        on.put("a", new PushEntry(Kind.SUBSCRIPTION_CONFIRMATION, "q2", false, "well?"));
        lane.start();

        TestingLanes.await(() -> on.attempts.size() == 2 && lane.status().backlog() == 0);
        assertThat(on.attempts).containsExactly("well?", "well?");
        assertThat(lane.status().delivered()).isZero();
        assertThat(lane.status().lastSuccess()).isPresent();
        assertThat(on.deadLetters).isEmpty();
        assertThat(on.counts.totals()).isEmpty();
    }
}
