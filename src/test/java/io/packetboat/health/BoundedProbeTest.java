package io.packetboat.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.health.BoundedProbe.Answer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedProbeTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void theAnswerIsPassedOn() {
        try (BoundedProbe yes = new BoundedProbe(() -> true, Duration.ofSeconds(60));
                BoundedProbe no = new BoundedProbe(() -> false, Duration.ofSeconds(60))) {
            assertThat(yes.ask()).isEqualTo(Answer.YES);
            assertThat(no.ask()).isEqualTo(Answer.NO);
        }
    }

    @Test
    void aFailureIsANo() {
        DatabaseProbe failing = () -> {
            throw new IllegalStateException("no connection");
        };

        try (BoundedProbe probe = new BoundedProbe(failing, Duration.ofSeconds(60))) {
            assertThat(probe.ask()).isEqualTo(Answer.NO);
        }
    }

    @Test
    void aHangingDatabaseIsAskedOnceAndWaitedForInBounds() {
        CountDownLatch recovered = new CountDownLatch(1);
        AtomicInteger questions = new AtomicInteger();
        DatabaseProbe hanging = () -> {
            questions.incrementAndGet();
            return awaits(recovered);
        };

        try (BoundedProbe probe = new BoundedProbe(hanging, SHORT)) {
            assertThat(probe.ask()).isEqualTo(Answer.NONE_IN_TIME);
            assertThat(probe.ask()).isEqualTo(Answer.NONE_IN_TIME);
            assertThat(questions).hasValue(1);
            recovered.countDown();
        }
    }

    @Test
    void afterTheDatabaseRecoveredTheNextQuestionIsAnswered() throws InterruptedException {
        CountDownLatch recovered = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        DatabaseProbe slow = () -> {
            boolean answer = awaits(recovered);
            answered.countDown();
            return answer;
        };

        try (BoundedProbe probe = new BoundedProbe(slow, Duration.ofSeconds(60))) {
            recovered.countDown();
            assertThat(probe.ask()).isEqualTo(Answer.YES);
            answered.await();
            assertThat(probe.ask()).isEqualTo(Answer.YES);
        }
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
