package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.queue.FifoSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * Lets each message into one FIFO queue or topic only once within five minutes, also after a crash, and numbers them.
 *
 * <p>Messages are numbered and handed to the writer below one lock, so that the order of the numbers is the order in which
 * they are written. A duplicate of a message that is not on disk yet is answered when that one is. Safe for any number of
 * threads.
 */
public final class Admissions extends Deadlines.Timed {
    private final DeliveryQueue ledger;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Object lock = new Object();
    private final Map<DeduplicationMark, CompletionStage<Void>> pending = new HashMap<>();
    private final DeduplicationWindow window;

    /** @param ledger keeps the marks, and numbers them */
    Admissions(DeliveryQueue ledger, Deadlines deadlines, Clock clock) {
        this.ledger = ledger;
        this.deadlines = deadlines;
        this.clock = clock;
        this.window = new DeduplicationWindow(ledger.restoredDeduplication());
    }

    /**
     * A message that is let in.
     *
     * @param index its place in the request
     * @param mark to be written in the transaction of the message, whose id and number it gives
     */
    public record Fresh(int index, DeduplicationMark mark) {}

    /**
     * The message itself, or the one that it repeats.
     *
     * @param stored completes when that one is on disk
     */
    public record Admitted(DeduplicationMark mark, CompletionStage<Void> stored) {}

    /**
     * Lets messages in, in their order.
     *
     * @param write writes those that are new, all or none; called below the lock, must not block
     */
    public List<Admitted> admit(List<DeduplicationMark.Key> keys, Function<List<Fresh>, CompletionStage<Void>> write) {
        // As exactly as the journal keeps it.
        Instant now = Instant.ofEpochMilli(clock.millis());
        List<DeduplicationMark> marks = new ArrayList<>();
        List<Fresh> fresh = new ArrayList<>();
        List<Admitted> admitted = new ArrayList<>();
        CompletionStage<Void> stored;
        synchronized (lock) {
            for (DeduplicationMark.Key key : keys) {
                marks.add(window.find(key, now).orElseGet(() -> add(key, now, marks.size(), fresh)));
            }
            stored = fresh.isEmpty() ? CompletableFuture.completedFuture(null) : write.apply(fresh);
            fresh.forEach(message -> pending.put(message.mark(), stored));
            marks.forEach(mark -> admitted.add(
                    new Admitted(mark, pending.getOrDefault(mark, CompletableFuture.completedFuture(null)))));
            forgetLater();
        }
        if (!fresh.isEmpty()) {
            stored.whenComplete((done, failure) -> decided(fresh, failure == null));
        }
        return admitted;
    }

    private DeduplicationMark add(DeduplicationMark.Key key, Instant now, int index, List<Fresh> fresh) {
        DeduplicationMark mark = new DeduplicationMark(key, randomId(), ledger.nextNumber(), now, ledger.nextNumber());
        window.add(mark);
        fresh.add(new Fresh(index, mark));
        return mark;
    }

    /** What failed to reach the disk was never accepted: the sender may try again. */
    private void decided(List<Fresh> fresh, boolean stored) {
        synchronized (lock) {
            fresh.forEach(message -> pending.remove(message.mark()));
            if (!stored) {
                fresh.forEach(message -> window.remove(message.mark()));
            }
        }
    }

    /** What was admitted before a restart is forgotten in time, also if nothing comes any more. */
    void watch() {
        synchronized (lock) {
            forgetLater();
        }
    }

    private void forgetLater() {
        window.nextOver().ifPresent(over -> deadlines.set(this, over));
    }

    @Override
    void due() {
        List<DeduplicationMark> over;
        synchronized (lock) {
            over = window.takeOver(clock.instant());
            forgetLater();
        }
        if (!over.isEmpty()) {
            ledger.forget(over);
        }
    }

    /** The id that a message has for its content. */
    public static DeduplicationId idOf(String body) {
        return DeduplicationWindow.idOf(OutgoingMessage.of(body));
    }

    /** What two messages have in common of which the second one is a duplicate. */
    public static DeduplicationMark.Key keyOf(
            DeduplicationId id, Optional<MessageGroupId> group, FifoSettings.DeduplicationScope scope) {
        return DeduplicationWindow.keyOf(id, group, scope);
    }

    /**
     * Unique, and no secret: the system's random generator would make senders wait for each other. It says it were of
     * version 1, as the broker will in any case when it reads it from the disk.
     */
    public static UUID randomId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | 0x1000L;
        long low = random.nextLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low);
    }
}
