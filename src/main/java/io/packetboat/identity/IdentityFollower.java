package io.packetboat.identity;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks each second whether another node, or somebody by hand, has changed definitions in the database, so that such a
 * change bites here too. While the database is away the last known definitions hold. One thread of its own.
 */
public final class IdentityFollower {
    private static final Logger LOG = System.getLogger(IdentityFollower.class.getName());
    private static final long PERIOD_MILLIS = 1_000;

    private final IdentityDirectory directory;
    private final ScheduledExecutorService timer;
    private boolean failing;

    public IdentityFollower(IdentityDirectory directory) {
        this.directory = directory;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "packetboat-identity-follower");
            thread.setDaemon(true);
            return thread;
        });
    }

    public void start() {
        var unused = timer.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    public void stop() {
        timer.shutdownNow();
    }

    // The rim of this worker: one bad look must not be the last.
    private void look() {
        try {
            directory.refresh();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(
                        Level.WARNING,
                        "Definitions of users and rights cannot be looked up; the last known ones hold",
                        e);
            }
            failing = true;
        }
    }
}
