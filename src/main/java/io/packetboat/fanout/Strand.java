package io.packetboat.fanout;

import io.packetboat.broker.fanout.HeldPublication;
import io.packetboat.broker.fanout.TopicIntake;
import io.packetboat.kernel.PacketboatException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The messages of one topic on their way, one after the other in their order.
 *
 * <p>Not all are on disk when the next one is begun, so that they share a sync. If one cannot be handed on, it and all
 * behind it return to the intake for a while.
 */
final class Strand {
    private static final Logger LOG = System.getLogger(Strand.class.getName());

    /** Messages that are taken and not yet on disk; bounds the memory that a topic takes. */
    private static final int MAX_OPEN = 64;

    /** After as many another topic has its turn on the thread. */
    private static final int TURN = 16;

    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final TopicIntake intake;
    private final Distribution distribution;
    private final IntakeContents contents;
    private final NotificationCounts counts;
    private final ScheduledExecutorService workers;
    private final Object lock = new Object();
    private final Deque<HeldPublication> waiting = new ArrayDeque<>();
    private int open;
    private boolean running;
    private boolean refused;
    private boolean paused;
    private long pauseMillis = FIRST_PAUSE_MILLIS;

    Strand(TopicIntake intake, Distribution distribution, NotificationCounts counts, ScheduledExecutorService workers) {
        this.intake = intake;
        this.distribution = distribution;
        this.contents = new IntakeContents(distribution.archive(), intake.topic());
        this.counts = counts;
        this.workers = workers;
    }

    boolean offer(HeldPublication publication) {
        synchronized (lock) {
            if (paused || open >= MAX_OPEN) {
                refused = true;
                return false;
            }
            open++;
            waiting.addLast(publication);
            if (running) {
                return true;
            }
            running = true;
        }
        workers.execute(this::run);
        return true;
    }

    private void run() {
        for (int done = 0; done < TURN; done++) {
            HeldPublication next;
            synchronized (lock) {
                next = waiting.pollFirst();
                if (next == null) {
                    running = false;
                    return;
                }
            }
            handOn(next);
        }
        workers.execute(this::run);
    }

    /** The rim of the worker: whatever goes wrong with a message must not end the topic. */
    private void handOn(HeldPublication next) {
        Plan plan;
        try {
            IntakeContents.Content content = contents.of(next, this::following);
            plan = distribution.plan(intake.topic(), content.publication(), content.position());
        } catch (RuntimeException e) {
            pause(e, List.of(next));
            return;
        }
        CompletionStage<Void> handedOn = intake.handOn(next, plan.copies());
        plan.handedOver();
        handedOn.whenComplete((done, failure) -> {
            if (failure == null) {
                settled();
                plan.written(counts);
            } else {
                plan.abandoned(failure);
                pause(failure, List.of());
            }
        });
    }

    private List<HeldPublication> following() {
        synchronized (lock) {
            return waiting.stream().limit(TURN - 1).toList();
        }
    }

    private void settled() {
        boolean offerMore;
        synchronized (lock) {
            open--;
            pauseMillis = FIRST_PAUSE_MILLIS;
            offerMore = refused && !paused && open <= MAX_OPEN / 2;
            refused = refused && !offerMore;
        }
        if (offerMore) {
            intake.offerMore();
        }
    }

    /** @param notHandedOn what failed before it was given to the intake, which else returns it itself */
    private void pause(Throwable failure, List<HeldPublication> notHandedOn) {
        List<HeldPublication> returned = new ArrayList<>(notHandedOn);
        long millis = 0;
        synchronized (lock) {
            open -= 1 + waiting.size();
            returned.addAll(waiting);
            waiting.clear();
            if (!paused) {
                paused = true;
                millis = pauseMillis;
                pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            }
        }
        if (!returned.isEmpty()) {
            intake.putBack(returned);
        }
        if (millis > 0) {
            report(failure, millis);
            var unused = workers.schedule(this::resume, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void report(Throwable failure, long millis) {
        Level level = failure instanceof PacketboatException ? Level.WARNING : Level.ERROR;
        LOG.log(level, "A topic's subscriptions wait: topic=" + intake.topic() + " millis=" + millis, failure);
    }

    private void resume() {
        synchronized (lock) {
            paused = false;
            refused = false;
        }
        intake.offerMore();
    }
}
