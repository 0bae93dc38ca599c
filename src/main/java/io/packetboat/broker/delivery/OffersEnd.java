package io.packetboat.broker.delivery;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.activemq.artemis.core.server.Queue;

/**
 * Runs a task when the queue has offered all it has.
 *
 * <p>A queue offers on its own ordered executor, so a task behind that has seen it all, but for two cases in which it waits
 * on: after a thousand messages the queue lets others have its thread, and messages on pages are read in the background.
 */
final class OffersEnd implements Runnable {
    private static final int MAX_ROUNDS = 1_000;
    private static final int MAX_READS = 20;
    private static final long READ_MILLIS = 5;

    private final Queue queue;
    private final ScheduledExecutorService timer;
    private final LongSupplier offers;
    private final BooleanSupplier unsatisfied;
    private final Runnable task;
    private long seen = -1;
    private int rounds;
    private int reads;

    OffersEnd(
            Queue queue,
            ScheduledExecutorService timer,
            LongSupplier offers,
            BooleanSupplier unsatisfied,
            Runnable task) {
        this.queue = queue;
        this.timer = timer;
        this.offers = offers;
        this.unsatisfied = unsatisfied;
        this.task = task;
    }

    @Override
    public void run() {
        long now = offers.getAsLong();
        boolean progressed = now != seen;
        seen = now;
        if (!unsatisfied.getAsBoolean()) {
            task.run();
        } else if (progressed && rounds++ < MAX_ROUNDS) {
            queue.getExecutor().execute(this);
        } else if (hasUnreadPages() && reads++ < MAX_READS) {
            queue.forceDelivery();
            var unused = timer.schedule(() -> queue.getExecutor().execute(this), READ_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            task.run();
        }
    }

    private boolean hasUnreadPages() {
        return queue.getPagingStore() != null
                && queue.getPagingStore().isPaging()
                && queue.getMessageCount() - queue.getDeliveringCount() - queue.getScheduledCount() > 0;
    }
}
