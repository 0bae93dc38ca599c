package io.packetboat.health;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question that may hang, and gives up waiting after a while.
 *
 * <p>One thread at most, which ends when it has nothing to do: while a question hangs, everybody waits for its answer
 * instead of asking again, so that neither threads nor questions pile up. One private lock.
 */
final class BoundedProbe implements AutoCloseable {
    /** How a question ended. */
    enum Answer {
        YES,
        NO,
        NONE_IN_TIME
    }

    private final Object lock = new Object();
    private final ExecutorService worker;
    private final DatabaseProbe question;
    private final Duration patience;
    private @Nullable FutureTask<Boolean> asked;

    BoundedProbe(DatabaseProbe question, Duration patience) {
        this.question = question;
        this.patience = patience;
        ThreadPoolExecutor single =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "packetboat-database-probe");
                    thread.setDaemon(true);
                    return thread;
                });
        single.allowCoreThreadTimeOut(true);
        this.worker = single;
    }

    /** Waits for the answer, but never longer than the patience. */
    Answer ask() {
        try {
            return pending().get(patience.toMillis(), TimeUnit.MILLISECONDS) ? Answer.YES : Answer.NO;
        } catch (TimeoutException e) {
            return Answer.NONE_IN_TIME;
        } catch (ExecutionException e) {
            return Answer.NO;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE_IN_TIME;
        }
    }

    private Future<Boolean> pending() {
        synchronized (lock) {
            FutureTask<Boolean> running = asked;
            if (running != null && !running.isDone()) {
                return running;
            }
            FutureTask<Boolean> next = new FutureTask<>(question::answers);
            asked = next;
            worker.execute(next);
            return next;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
