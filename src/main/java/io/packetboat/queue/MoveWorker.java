package io.packetboat.queue;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs the steps of all tasks on the one thread {@code packetboat-move-tasks}, by turns; the thread ends when there is
 * nothing to move.
 */
final class MoveWorker {
    private static final long PAUSE_MILLIS = 20;
    private static final long IDLE_SECONDS = 10;
    private static final long STOP_SECONDS = 5;

    private final ScheduledThreadPoolExecutor thread;

    MoveWorker() {
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "packetboat-move-tasks");
            made.setDaemon(true);
            return made;
        });
        thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start(RunningMove move) {
        try {
            // Steps raise nothing.
            var unused = thread.schedule(
                    () -> {
                        if (move.step()) {
                            start(move);
                        }
                    },
                    PAUSE_MILLIS,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            // The next start goes on with it.
        }
    }

    /** Waits a bounded time for the present step; what is not moved stays where it is. */
    void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
