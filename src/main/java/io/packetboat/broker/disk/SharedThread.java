package io.packetboat.broker.disk;

import java.util.concurrent.Executor;
import org.apache.activemq.artemis.utils.actors.OrderedExecutor;

/**
 * Runs tasks in order, and lets others have its thread every {@value #TURN} tasks.
 *
 * <p>Artemis' own, when it is fair, gives the thread away after each task, whether there is another task or not. Each message
 * that is written to a page or delivered from one then costs a change of threads more.
 */
final class SharedThread extends OrderedExecutor {
    private static final int TURN = 16;

    /** Used by the thread that runs the tasks. */
    private int done;

    SharedThread(Executor threads) {
        super(threads);
    }

    @Override
    protected void task(Runnable task) {
        super.task(() -> {
            done++;
            if (done % TURN == 0) {
                this.yield();
            }
            task.run();
        });
    }
}
