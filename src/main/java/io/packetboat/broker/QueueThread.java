package io.packetboat.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.Queue;

/** Waiting for what a queue does on its own thread. */
final class QueueThread {
    private static final Logger LOG = System.getLogger(QueueThread.class.getName());
    private static final long PATIENCE_SECONDS = 5;

    private QueueThread() {}

    /**
     * Returns when the queue has done what it was given before, or after a few seconds if it is that busy.
     *
     * <p>Artemis' own flush does not wait while a task is queued and its thread has not begun yet.
     */
    static void awaitEarlierWork(Queue queue) {
        CountDownLatch reached = new CountDownLatch(1);
        queue.getExecutor().execute(reached::countDown);
        try {
            if (!reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.DEBUG, "queue is busy, its figures follow later: queue={0}", queue.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
