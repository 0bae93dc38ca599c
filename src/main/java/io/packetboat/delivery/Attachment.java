package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.QueueReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Attaches a reader to its queue for its first receive, and detaches it when nobody received for a while: an attached
 * consumer keeps a queue from being deleted automatically, and costs a call for every message that comes.
 */
final class Attachment extends Deadlines.Timed {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DeliveryQueue queue;
    private final QueueReader reader;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Runnable attaching;
    private final BooleanSupplier putBackUnneeded;
    private volatile boolean attached;
    private volatile boolean watched;
    private volatile Instant lastUse;

    /**
     * @param attaching told before the queue begins to offer, which it does from its head
     * @param putBackUnneeded puts back what nobody needs; whether something is still held, or somebody waits
     */
    Attachment(
            DeliveryQueue queue,
            QueueReader reader,
            Deadlines deadlines,
            Clock clock,
            Runnable attaching,
            BooleanSupplier putBackUnneeded) {
        this.queue = queue;
        this.reader = reader;
        this.deadlines = deadlines;
        this.clock = clock;
        this.attaching = attaching;
        this.putBackUnneeded = putBackUnneeded;
        this.lastUse = clock.instant();
    }

    /** To be called when somebody waits already, so that a detaching that begins now sees it. */
    void use() {
        used();
        attach();
    }

    void used() {
        lastUse = clock.instant();
        if (!watched) {
            watched = true;
            deadlines.set(this, lastUse.plus(PATIENCE));
        }
    }

    void attach() {
        if (attached) {
            return;
        }
        synchronized (this) {
            if (!attached) {
                attaching.run();
                queue.attach(reader);
                attached = true;
            }
        }
    }

    @Override
    void due() {
        Instant idleFrom = lastUse.plus(PATIENCE);
        if (idleFrom.isAfter(clock.instant())) {
            deadlines.set(this, idleFrom);
            return;
        }
        if (detach()) {
            watched = false;
        } else {
            deadlines.set(this, clock.instant().plus(PATIENCE));
        }
    }

    private synchronized boolean detach() {
        attached = false;
        if (putBackUnneeded.getAsBoolean()) {
            attached = true;
            return false;
        }
        queue.detach();
        return true;
    }
}
