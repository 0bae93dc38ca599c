package io.packetboat.aws.operation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Where actions do what blocks, the database's writes above all: a few threads, and a bounded number of calls that wait
 * for one. Threads end when they have nothing to do. Safe for any number of threads.
 */
public final class BlockingWork {
    private static final int THREADS = 8;
    private static final int WAITING = 1_000;
    private static final long IDLE_SECONDS = 10;
    private static final long STOP_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    public BlockingWork() {
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "packetboat-aws-command-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** Has the work done elsewhere; the stage fails with what it raises, or with ServiceUnavailable when too much waits. */
    public <T> CompletionStage<T> start(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    new RequestRefused(CommonErrors.SERVICE_UNAVAILABLE, "Too many requests wait; try again later."));
        }
    }

    /** As {@link #start} for what returns nothing. */
    public CompletionStage<Answer> startWithoutAnswer(Runnable work) {
        return start(() -> {
            work.run();
            return Answer.NONE;
        });
    }

    /** Takes no more work and waits a bounded time for what runs. */
    public void stop() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
