package io.packetboat.fanout;

import io.packetboat.broker.fanout.HeldPublication;
import io.packetboat.broker.fanout.IntakeReader;
import io.packetboat.broker.fanout.TopicIntake;
import io.packetboat.broker.fanout.TopicIntakes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes what is published to topics and hands it on.
 *
 * <p>Started once the broker runs, and stopped before it stops: what was taken and not handed on by then stays in the
 * topic's intake. Topics do not wait for each other, as long as there are threads.
 */
public final class FanOut implements IntakeReader {
    private static final Logger LOG = System.getLogger(FanOut.class.getName());
    private static final int THREADS = 4;
    private static final long IDLE_SECONDS = 60;
    private static final long STOP_SECONDS = 10;

    private final TopicIntakes intakes;
    private final Distribution distribution;
    private final NotificationCounts counts;
    private final ScheduledThreadPoolExecutor workers;
    private final ConcurrentHashMap<TopicIntake, Strand> strands = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    public FanOut(TopicIntakes intakes, Distribution distribution, NotificationCounts counts) {
        this.intakes = intakes;
        this.distribution = distribution;
        this.counts = counts;
        AtomicInteger number = new AtomicInteger();
        this.workers = new ScheduledThreadPoolExecutor(
                THREADS,
                work -> {
                    Thread made = new Thread(work, "packetboat-fanout-" + number.incrementAndGet());
                    made.setDaemon(true);
                    return made;
                },
                // What comes after the stop stays where it is.
                new DiscardPolicy());
        workers.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        workers.allowCoreThreadTimeOut(true);
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Called once, when the broker runs. */
    public void start() {
        intakes.read(this);
    }

    /** Called once, before the broker stops; returns when no thread hands on any more, or after ten seconds. */
    public void stop() {
        stopped = true;
        // No interrupt: it would close the file that a thread is writing a page to, and with it the journal.
        workers.shutdown();
        try {
            // What a thread is at is a few messages; it ends by itself.
            if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "the fan-out of topics is still at work while the broker stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean offer(TopicIntake intake, HeldPublication publication) {
        return !stopped
                && strands.computeIfAbsent(intake, opened -> new Strand(opened, distribution, counts, workers))
                        .offer(publication);
    }

    @Override
    public void closed(TopicIntake intake) {
        strands.remove(intake);
    }
}
