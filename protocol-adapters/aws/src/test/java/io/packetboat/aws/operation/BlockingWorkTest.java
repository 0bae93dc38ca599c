package io.packetboat.aws.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlockingWorkTest {
    private final BlockingWork work = new BlockingWork();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        work.stop();
    }

    @Test
    void workIsDoneOnAThreadOfItsOwn() {
        String thread = work.start(() -> Thread.currentThread().getName())
                .toCompletableFuture()
                .join();

        assertThat(thread).startsWith("packetboat-aws-command-");
    }

    @Test
    void theStageFailsWithWhatTheWorkRaises() {
        CompletableFuture<Answer> stage = work.startWithoutAnswer(() -> {
                    throw RequestRefused.missing("QueueName");
                })
                .toCompletableFuture();

        assertThatThrownBy(stage::join).hasCauseInstanceOf(RequestRefused.class);
    }

    @Test
    void tooMuchWaitingWorkIsRefusedWithoutWaiting() {
        List<CompletableFuture<Boolean>> started = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            started.add(work.start(this::waitForRelease).toCompletableFuture());
        }

        CompletableFuture<Boolean> last = started.get(started.size() - 1);
        assertThat(last).isCompletedExceptionally();
        assertThatThrownBy(last::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(CommonErrors.SERVICE_UNAVAILABLE));
        release.countDown();
        assertThat(started.get(0).join()).isTrue();
    }

    private boolean waitForRelease() {
        try {
            release.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
