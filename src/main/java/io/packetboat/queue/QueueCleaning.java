package io.packetboat.queue;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The worker that forgets what the database knows of deleted queues: one thread, that ends when it has nothing to do.
 *
 * <p>What is left at a stop is found at the next start. Safe for any number of threads.
 */
public final class QueueCleaning implements Executor {
    private static final long IDLE_SECONDS = 10;
    private static final long STOP_SECONDS = 5;

    private final ThreadPoolExecutor worker =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "packetboat-queue-cleaning");
                thread.setDaemon(true);
                return thread;
            });

    public QueueCleaning() {
        worker.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable work) {
        try {
            worker.execute(work);
        } catch (RejectedExecutionException stopped) {
            // The next start looks for it.
        }
    }

    /** Takes no more work and waits a bounded time for what it has. */
    public void stop() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
