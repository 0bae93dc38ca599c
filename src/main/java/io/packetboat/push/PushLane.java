package io.packetboat.push;

import io.packetboat.delivery.Delivery;
import io.packetboat.delivery.OwnDesk;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.subscription.DeliveryReport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the messages of one subscription from its queue to its endpoint, a bounded number at a time, and nobody else's.
 *
 * <p>A message leaves the queue when the endpoint has it, or when it is given up; else it stays there, hidden until its next
 * attempt. The number of attempts is that of the queue's receives, so that it outlives a crash. Safe for any number of
 * threads; state sits behind one lock, and nothing is called below it.
 */
final class PushLane {
    /** Attempts that go on at a time. */
    static final int MOST = 16;

    private static final Logger LOG = System.getLogger(PushLane.class.getName());
    private static final int BATCH = 10;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final Duration WITHOUT_DEAD_LETTERS = Duration.ofSeconds(20);

    private final String name;
    private final OwnDesk desk;
    private final Duration hidden;
    private final Supplier<Optional<LaneTerms>> terms;
    private final PushSetup setup;
    private final PushRecord record = new PushRecord();
    private final Object lock = new Object();
    private final Breaker breaker = new Breaker();
    private final Throttle throttle = new Throttle();
    private Optional<Integer> throttleLimit = Optional.empty();
    private Optional<CompletableFuture<List<Delivery>>> receive = Optional.empty();
    private boolean receiving;
    private boolean stopped;
    private int inFlight;

    /**
     * @param name for logs
     * @param patience how long one attempt takes at most
     * @param terms asked on a worker for each batch; may block, and raise what the database does; empty once the
     *     subscription is gone, and then its messages are dropped
     */
    PushLane(String name, OwnDesk desk, Duration patience, Supplier<Optional<LaneTerms>> terms, PushSetup setup) {
        this.name = name;
        this.desk = desk;
        // Twice as long as an attempt takes, so that no message is tried again while it is being tried.
        this.hidden = patience.multipliedBy(2).plusSeconds(5);
        this.terms = terms;
        this.setup = setup;
    }

    /** Begins, and goes on until it is stopped; a second call changes nothing. */
    void start() {
        pump();
    }

    /** Begins no more attempts; what is in the queue stays there. */
    void stop() {
        Optional<CompletableFuture<List<Delivery>>> open;
        synchronized (lock) {
            stopped = true;
            open = receive;
        }
        open.ifPresent(future -> future.cancel(false));
    }

    DeliveryReport status() {
        boolean down;
        synchronized (lock) {
            down = breaker.isOpen();
        }
        return record.status(down, desk.messages());
    }

    /** Whether nothing is being tried or settled. */
    boolean isIdle() {
        synchronized (lock) {
            return inFlight == 0;
        }
    }

    private void pump() {
        int wanted;
        synchronized (lock) {
            wanted = takeTurn();
        }
        if (wanted == 0) {
            return;
        }
        CompletableFuture<List<Delivery>> open = desk.receive(wanted, hidden, WAIT);
        boolean late;
        synchronized (lock) {
            receive = Optional.of(open);
            late = stopped;
        }
        if (late) {
            open.cancel(false);
        }
        try {
            var unused = open.whenCompleteAsync(this::received, setup.workers());
        } catch (RejectedExecutionException e) {
            open.cancel(false);
        }
    }

    /** How many messages to receive now; none while others are waited for, or where the time has not come. */
    private int takeTurn() {
        Instant now = now();
        int free = Math.min(BATCH, breaker.most(MOST) - inFlight);
        if (stopped || receiving || free < 1) {
            return 0;
        }
        if (breaker.readyAt().isAfter(now)) {
            wakeAt(breaker.readyAt());
            return 0;
        }
        int allowed = throttleLimit.map(limit -> throttle.available(limit, now)).orElse(free);
        if (allowed < 1) {
            wakeAt(throttle.next());
            return 0;
        }
        receiving = true;
        return Math.min(free, allowed);
    }

    private void wakeAt(Instant moment) {
        long millis = Math.max(1, Duration.between(now(), moment).toMillis());
        try {
            var unused = setup.timer().schedule(this::pump, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "stopped while waiting, subscription={0}", name);
        }
    }

    private void received(List<Delivery> deliveries, Throwable failure) {
        boolean over;
        synchronized (lock) {
            receiving = false;
            receive = Optional.empty();
            over = stopped;
            if (failure == null && !over) {
                inFlight += deliveries.size();
                throttle.take(deliveries.size(), now());
            }
        }
        if (over) {
            giveBack(failure == null ? deliveries : List.of());
            return;
        }
        if (failure != null) {
            wakeAt(now().plus(AFTER_TROUBLE));
            return;
        }
        if (!deliveries.isEmpty()) {
            attempt(deliveries);
        }
        pump();
    }

    /** They came too late to be tried. */
    private void giveBack(List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            var unused = desk.hide(delivery.handle(), Duration.ZERO).exceptionally(failure -> {
                LOG.log(Level.DEBUG, "A message stays hidden for a while, subscription=" + name, failure);
                return null;
            });
        }
    }

    private void attempt(List<Delivery> deliveries) {
        Optional<LaneTerms> current;
        try {
            current = terms.get();
        } catch (PacketboatException e) {
            LOG.log(Level.WARNING, "A subscription cannot be read; its messages wait, subscription=" + name, e);
            deliveries.forEach(delivery -> finish(desk.hide(delivery.handle(), AFTER_TROUBLE)));
            return;
        }
        if (current.isEmpty()) {
            deliveries.forEach(delivery -> finish(desk.delete(delivery.handle())));
            return;
        }
        synchronized (lock) {
            throttleLimit = current.get().terms().throttle();
        }
        deliveries.forEach(delivery -> attempt(delivery, current.get()));
    }

    private void attempt(Delivery delivery, LaneTerms current) {
        PushEntry entry = PushEntry.of(delivery);
        if (!current.wanted().contains(entry.kind())) {
            finish(desk.delete(delivery.handle()));
            return;
        }
        var unused = current.send()
                .apply(entry)
                .whenCompleteAsync(
                        (outcome, failure) -> {
                            if (failure == null) {
                                judge(delivery, entry, current, outcome);
                            } else {
                                LOG.log(Level.ERROR, "An attempt broke, subscription=" + name, failure);
                                judge(delivery, entry, current, new PushOutcome.Failed("internal error"));
                            }
                        },
                        setup.workers());
    }

    private void judge(Delivery delivery, PushEntry entry, LaneTerms current, PushOutcome outcome) {
        Instant now = now();
        if (outcome instanceof PushOutcome.Failed failed) {
            failed(delivery, entry, current, failed);
            return;
        }
        synchronized (lock) {
            breaker.succeeded();
        }
        if (outcome instanceof PushOutcome.Rejected rejected) {
            record.attemptFailed(now, rejected.why(), Optional.empty());
            giveUp(delivery, entry, current);
            return;
        }
        record.succeeded(now);
        if (entry.isNotification()) {
            record.delivered();
            setup.counts().delivered(current.topic(), 1);
        }
        finish(desk.delete(delivery.handle()));
    }

    private void failed(Delivery delivery, PushEntry entry, LaneTerms current, PushOutcome.Failed outcome) {
        Instant now = now();
        boolean over;
        synchronized (lock) {
            over = stopped;
            breaker.failed(now);
        }
        Optional<Duration> delay =
                current.terms().schedule().delayAfter(delivery.system().receiveCount());
        record.attemptFailed(now, outcome.why(), delay.map(now::plus));
        if (over) {
            // The node's own stop may be the reason, which must not cost the message its last attempt.
            finish(desk.hide(delivery.handle(), Duration.ZERO));
        } else if (delay.isPresent()) {
            finish(desk.hide(delivery.handle(), delay.get()));
        } else {
            giveUp(delivery, entry, current);
        }
    }

    private void giveUp(Delivery delivery, PushEntry entry, LaneTerms current) {
        if (!entry.isNotification()) {
            finish(desk.delete(delivery.handle()));
            return;
        }
        if (current.deadLetterQueue().isEmpty()) {
            lost(current);
            finish(desk.delete(delivery.handle()));
            return;
        }
        finish(setup.deadLetters()
                .apply(current.deadLetterQueue().get(), entry)
                .handle((put, failure) -> afterDeadLetter(delivery, current, failure == null ? put : false, failure))
                .thenCompose(settled -> settled));
    }

    private void lost(LaneTerms current) {
        record.failed();
        setup.counts().failed(current.topic(), 1);
    }

    private CompletionStage<Void> afterDeadLetter(
            Delivery delivery, LaneTerms current, boolean put, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.log(Level.WARNING, "A dead-letter queue cannot be written to now, subscription=" + name, failure);
            return desk.hide(delivery.handle(), WITHOUT_DEAD_LETTERS);
        }
        if (put) {
            record.deadLettered();
            setup.counts().deadLettered(current.topic(), 1);
        } else {
            LOG.log(Level.WARNING, "A message is lost for want of its dead-letter queue, subscription={0}", name);
            lost(current);
        }
        return desk.delete(delivery.handle());
    }

    /** The message is out of this lane's hands as soon as the queue knows what to do with it. */
    private void finish(CompletionStage<Void> settled) {
        var unused = settled.whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.log(Level.WARNING, "A message may be delivered again, subscription=" + name, failure);
            }
            synchronized (lock) {
                inFlight--;
            }
            pump();
        });
    }

    private Instant now() {
        return setup.clock().instant();
    }
}
