package io.packetboat.archive;

import io.packetboat.fanout.Redelivery;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.SubscriptionStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries replays out, and deletes what was kept long enough.
 *
 * <p>Started once the broker runs, before the fan-out, and stopped before it: what was not given by then is given after the
 * next start. Two replays take a step at a time; the others wait for their turn.
 */
public final class Replayer {
    private static final Logger LOG = System.getLogger(Replayer.class.getName());
    private static final int THREADS = 2;
    private static final long STOP_SECONDS = 10;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long CLEANING_SECONDS = 60;

    private final Replays replays;
    private final SubscriptionStore subscriptions;
    private final ReplayStep step;
    private final ArchiveCleaning cleaning;
    private final ScheduledThreadPoolExecutor workers;

    public Replayer(Replays replays, SubscriptionStore subscriptions, Redelivery redelivery) {
        this.replays = replays;
        this.subscriptions = subscriptions;
        this.step = new ReplayStep(replays, redelivery);
        this.cleaning = new ArchiveCleaning(replays.archives());
        AtomicInteger number = new AtomicInteger();
        this.workers = new ScheduledThreadPoolExecutor(
                THREADS,
                work -> {
                    Thread made = new Thread(work, "packetboat-replay-" + number.incrementAndGet());
                    made.setDaemon(true);
                    return made;
                },
                // What comes after the stop goes on after the next start.
                new DiscardPolicy());
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Called once, when the broker runs. */
    public void start() {
        replays.resume(id -> subscriptions.find(id).isPresent(), this::begin);
        var unused = workers.scheduleWithFixedDelay(this::clean, 1, CLEANING_SECONDS, TimeUnit.SECONDS);
    }

    /** Called once, before the broker stops; returns when nothing is given any more, or after ten seconds. */
    public void stop() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "a replay is still at work while the broker stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(SubscriptionId subscription) {
        workers.execute(() -> take(subscription, FIRST_PAUSE_MILLIS));
    }

    /** The rim of the worker: whatever goes wrong with a replay, it is tried again. */
    private void take(SubscriptionId subscription, long pauseMillis) {
        try {
            if (replays.archives().replays().find(subscription).isEmpty()) {
                return;
            }
            Optional<Subscription> subscribed = subscriptions.find(subscription);
            if (subscribed.isEmpty()) {
                // It is written behind its replay.
                again(subscription, pauseMillis);
            } else if (step.take(subscribed.get())) {
                begin(subscription);
            }
        } catch (RuntimeException e) {
            report(subscription, e);
            again(subscription, pauseMillis);
        }
    }

    private void again(SubscriptionId subscription, long pauseMillis) {
        long next = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
        var unused = workers.schedule(() -> take(subscription, next), pauseMillis, TimeUnit.MILLISECONDS);
    }

    private static void report(SubscriptionId subscription, RuntimeException failure) {
        Throwable why = failure instanceof CompletionException ? failure.getCause() : failure;
        Level level = why instanceof PacketboatException ? Level.WARNING : Level.ERROR;
        LOG.log(level, "A replay waits: subscription=" + subscription, why);
    }

    /** The rim of the worker. */
    private void clean() {
        try {
            cleaning.clean();
        } catch (RuntimeException e) {
            Level level = e instanceof PacketboatException ? Level.WARNING : Level.ERROR;
            LOG.log(level, "Archived messages are deleted later", e);
        }
    }
}
