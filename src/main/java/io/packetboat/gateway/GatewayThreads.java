package io.packetboat.gateway;

import io.packetboat.push.PushOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A bounded number of threads on which attempts wait for a server, and a bounded time that each of them has. */
final class GatewayThreads {
    private static final int WAITING = 10_000;

    private final String protocol;
    private final Duration patience;
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor pool;

    /**
     * @param protocol for the threads' names
     * @param patience how long an attempt takes at most, the wait for its turn among it
     */
    GatewayThreads(String protocol, int count, Duration patience) {
        this.protocol = protocol;
        this.patience = patience;
        this.pool = new ThreadPoolExecutor(
                count, count, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), this::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "packetboat-push-" + protocol + "-" + threads.incrementAndGet());
        thread.setDaemon(true);
        // Mail looks for its parts there, and a lane's thread may have any.
        thread.setContextClassLoader(GatewayThreads.class.getClassLoader());
        return thread;
    }

    /** Makes an attempt in its turn. The stage does not fail, and an attempt that got no turn in time is not made at all. */
    CompletionStage<PushOutcome> attempt(Supplier<PushOutcome> attempt) {
        CompletableFuture<PushOutcome> outcome = new CompletableFuture<>();
        try {
            pool.execute(() -> make(attempt, outcome));
        } catch (RejectedExecutionException e) {
            outcome.complete(new PushOutcome.Failed("too many attempts wait for their turn"));
        }
        return outcome.completeOnTimeout(
                new PushOutcome.Failed("not done within " + patience.toSeconds() + " s"),
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static void make(Supplier<PushOutcome> attempt, CompletableFuture<PushOutcome> outcome) {
        if (outcome.isDone()) {
            return;
        }
        try {
            outcome.complete(attempt.get());
        } catch (RuntimeException | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    void stop() {
        pool.shutdownNow();
    }
}
