package io.packetboat.subscription;

import io.packetboat.kernel.PacketboatException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Looks every ten minutes which subscriptions are to be forgotten, on a thread of its own. Started and stopped once. */
public final class ExpiredSubscriptions {
    private static final Logger LOG = System.getLogger(ExpiredSubscriptions.class.getName());
    private static final long MINUTES = 10;
    private static final long STOP_SECONDS = 10;

    private final SubscriptionDirectory directory;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "packetboat-subscriptions");
        thread.setDaemon(true);
        return thread;
    });

    public ExpiredSubscriptions(SubscriptionDirectory directory) {
        this.directory = directory;
    }

    /** Begins with what expired while the node was down. */
    public void start() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, MINUTES, TimeUnit.MINUTES);
    }

    /** Returns when no look is being taken any more. */
    public void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "subscriptions are still being forgotten while the broker stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The rim of the worker: the next look may see more. */
    private void look() {
        try {
            directory.forgetExpired();
        } catch (PacketboatException e) {
            LOG.log(Level.WARNING, "Expired subscriptions stay for now", e);
        }
    }
}
