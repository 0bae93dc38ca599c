package io.packetboat.aws.operation;

import io.packetboat.kernel.Caller;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What surrounds a request: who calls, and how it reached this node.
 *
 * @param endpoint scheme and authority as the client knows them, {@code http://localhost:4566}; from the Host header, so
 *     that it is right behind a port mapping or a proxy
 * @param path of the request's URL, not decoded; clients of old SDKs send a queue's URL instead of a parameter
 * @param requestId what the answer carries, for logs
 * @param givenUp completes when nothing more should be waited for
 */
public record Call(Caller caller, String endpoint, String path, String requestId, CompletableFuture<GivenUp> givenUp) {

    /** Has the stage cancelled if it is given up before it is complete; returns the stage. */
    public <T> CompletionStage<T> withdrawable(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        // Nobody waits for the cancelling itself.
        var unused = givenUp.thenRun(() -> future.cancel(false));
        return stage;
    }

    /**
     * The same; where it is rights that changed, another stage takes its place, one that checks them anew and waits for
     * nothing.
     */
    public <T> CompletionStage<T> withdrawable(CompletionStage<T> stage, Supplier<CompletionStage<T>> anew) {
        return withdrawable(stage)
                .handle((value, failure) ->
                        failure instanceof CancellationException && rightsChanged() ? anew.get() : stage)
                .thenCompose(Function.identity());
    }

    private boolean rightsChanged() {
        return givenUp.isDone() && givenUp.join() == GivenUp.RIGHTS_CHANGED;
    }
}
