package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import io.packetboat.queue.FifoSettings;
import io.packetboat.queue.QueueDefinition;
import java.time.Clock;
import java.time.Duration;
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

/**
 * Takes messages for one queue, and for a FIFO queue each only once.
 *
 * <p>A FIFO queue's messages are numbered and handed to the queue below one lock, so that the order of the numbers is the
 * order of the queue. A duplicate of a message that is not on disk yet is answered when that one is.
 */
final class SendingDesk extends Deadlines.Timed {
    private final DeliveryQueue queue;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Object lock = new Object();
    private final Map<DeduplicationMark, CompletionStage<Void>> pending = new HashMap<>();
    private Optional<DeduplicationWindow> window = Optional.empty();

    SendingDesk(DeliveryQueue queue, Deadlines deadlines, Clock clock) {
        this.queue = queue;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Sends messages that obey the queue's rules; each stage completes with its message, or they all fail as one. */
    List<CompletionStage<SentMessage>> send(String sender, QueueDefinition definition, List<OutgoingMessage> messages) {
        return definition
                .fifo()
                .map(fifo -> sendOnce(sender, definition, fifo, messages))
                .orElseGet(() -> sendAll(sender, definition, messages));
    }

    private List<CompletionStage<SentMessage>> sendAll(
            String sender, QueueDefinition definition, List<OutgoingMessage> messages) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        List<MessageToSend> outgoing = messages.stream()
                .map(message -> new MessageToSend(
                        randomId(),
                        message.body(),
                        message.attributes(),
                        now,
                        message.delay().orElse(definition.delay()),
                        Optional.of(sender),
                        message.group(),
                        Optional.empty(),
                        Optional.empty(),
                        message.traceHeader(),
                        Optional.empty()))
                .toList();
        CompletionStage<Void> stored = queue.send(outgoing);
        return outgoing.stream()
                .map(message -> stored.thenApply(done -> sent(message.id(), Optional.empty())))
                .toList();
    }

    private List<CompletionStage<SentMessage>> sendOnce(
            String sender, QueueDefinition definition, FifoSettings fifo, List<OutgoingMessage> messages) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        List<DeduplicationMark> marks = new ArrayList<>();
        List<DeduplicationMark> fresh = new ArrayList<>();
        List<CompletionStage<Void>> stages = new ArrayList<>();
        CompletionStage<Void> stored;
        synchronized (lock) {
            DeduplicationWindow accepted = window();
            List<MessageToSend> outgoing = new ArrayList<>();
            for (OutgoingMessage message : messages) {
                DeduplicationId id = DeduplicationWindow.idOf(message);
                DeduplicationMark.Key key = DeduplicationWindow.keyOf(id, message.group(), fifo.deduplicationScope());
                DeduplicationMark mark = accepted.find(key, now).orElse(null);
                if (mark == null) {
                    mark = new DeduplicationMark(key, randomId(), queue.nextNumber(), now, queue.nextNumber());
                    accepted.add(mark);
                    fresh.add(mark);
                    outgoing.add(once(sender, definition.delay(), message, id, mark));
                }
                marks.add(mark);
            }
            stored = outgoing.isEmpty() ? CompletableFuture.completedFuture(null) : queue.send(outgoing);
            fresh.forEach(mark -> pending.put(mark, stored));
            marks.forEach(mark -> stages.add(pending.getOrDefault(mark, CompletableFuture.completedFuture(null))));
            forgetLater(accepted);
        }
        if (!fresh.isEmpty()) {
            stored.whenComplete((done, failure) -> decided(fresh, failure == null));
        }
        List<CompletionStage<SentMessage>> sent = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            DeduplicationMark mark = marks.get(i);
            sent.add(stages.get(i)
                    .thenApply(done -> sent(mark.message(), Optional.of(new SequenceNumber(mark.sequence())))));
        }
        return sent;
    }

    private static MessageToSend once(
            String sender, Duration delay, OutgoingMessage message, DeduplicationId id, DeduplicationMark mark) {
        return new MessageToSend(
                mark.message(),
                message.body(),
                message.attributes(),
                mark.sent(),
                delay,
                Optional.of(sender),
                message.group(),
                Optional.of(new SequenceNumber(mark.sequence())),
                Optional.of(id),
                message.traceHeader(),
                Optional.of(mark));
    }

    /** What failed to reach the disk was never accepted: the sender may try again. */
    private void decided(List<DeduplicationMark> fresh, boolean stored) {
        synchronized (lock) {
            fresh.forEach(pending::remove);
            if (!stored) {
                window.ifPresent(accepted -> fresh.forEach(accepted::remove));
            }
        }
    }

    private DeduplicationWindow window() {
        DeduplicationWindow known = window.orElseGet(() -> new DeduplicationWindow(queue.restoredDeduplication()));
        window = Optional.of(known);
        return known;
    }

    private void forgetLater(DeduplicationWindow accepted) {
        accepted.nextOver().ifPresent(over -> deadlines.set(this, over));
    }

    @Override
    void due() {
        List<DeduplicationMark> over;
        synchronized (lock) {
            DeduplicationWindow accepted = window();
            over = accepted.takeOver(clock.instant());
            forgetLater(accepted);
        }
        if (!over.isEmpty()) {
            queue.forget(over);
        }
    }

    private static SentMessage sent(UUID id, Optional<SequenceNumber> sequence) {
        return new SentMessage(new MessageId(id.toString()), sequence);
    }

    /**
     * Unique, and no secret: the system's random generator would make senders wait for each other. It says it were of
     * version 1, as the broker will in any case when it reads it from the disk.
     */
    private static UUID randomId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = random.nextLong() & ~0xF000L | 0x1000L;
        long low = random.nextLong() & ~(3L << 62) | 2L << 62;
        return new UUID(high, low);
    }
}
