package io.packetboat.aws.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.Caller;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallTest {
    private final CompletableFuture<GivenUp> givenUp = new CompletableFuture<>();
    private final Call call = new Call(Caller.node("test"), "http://localhost", "/", "id", givenUp);
    private final CompletableFuture<String> waiting = new CompletableFuture<>();
    private final CompletableFuture<String> answer = call.withdrawable(
                    waiting, () -> CompletableFuture.completedStage("asked anew"))
            .toCompletableFuture();

    @Test
    void whatComesInTimeIsTheAnswer() {
        waiting.complete("in time");
        givenUp.complete(GivenUp.RIGHTS_CHANGED);

        assertThat(answer).isCompletedWithValue("in time");
    }

    @Test
    void whenRightsChangeItIsAskedAnew() {
        givenUp.complete(GivenUp.RIGHTS_CHANGED);

        assertThat(waiting).isCancelled();
        assertThat(answer).isCompletedWithValue("asked anew");
    }

    @Test
    void whenNobodyWaitsItIsNotAskedAnew() {
        givenUp.complete(GivenUp.NOBODY_WAITS);

        assertThat(waiting).isCancelled();
        assertThatThrownBy(answer::join).hasRootCauseInstanceOf(CancellationException.class);
    }
}
