package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.broker.delivery.QueueReader;
import io.packetboat.broker.delivery.ReceiveMark;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A queue without a broker: offers and syncs happen when {@link InMemoryThreads} are run, delays end when {@link #runDue}
 * is called, and a crash leaves what was synced by then. For one thread.
 */
final class TestingDeliveryQueue implements DeliveryQueue {
    /** Where messages go that were delivered too often. */
    record DeadLetters(TestingDeliveryQueue target, int maxDeliveries) {}

    private final QueueName name;
    private final long id;
    private final Clock clock;
    private final AtomicLong numbers;
    private final Optional<DeadLetters> deadLetters;
    private final Deque<Runnable> offers;
    private final Deque<Runnable> syncs;

    /** Every message that a crash would not take. */
    private final Map<Long, InMemoryMessage> durable = new TreeMap<>();

    private final Map<Long, DeduplicationMark> durableMarks = new HashMap<>();
    private final NavigableMap<Long, InMemoryMessage> waiting = new TreeMap<>();
    private final Map<InMemoryMessage, Instant> delayed = new HashMap<>();
    private final Map<Long, InMemoryMessage> held = new HashMap<>();
    private final List<InMemoryMessage> restored = new ArrayList<>();
    private final List<InMemoryMessage> visibleAgain = new ArrayList<>();
    private @Nullable QueueReader reader;
    private boolean attached;
    private long next;

    TestingDeliveryQueue(
            QueueName name,
            Clock clock,
            InMemoryThreads threads,
            AtomicLong numbers,
            Optional<DeadLetters> deadLetters) {
        this.name = name;
        this.clock = clock;
        this.numbers = numbers;
        this.id = numbers.incrementAndGet();
        this.deadLetters = deadLetters;
        this.offers = threads.lane();
        this.syncs = threads.lane();
    }

    /** What the broker finds after a crash; the lanes must have been emptied. */
    void crash() {
        reader = null;
        attached = false;
        waiting.clear();
        delayed.clear();
        held.clear();
        restored.clear();
        visibleAgain.clear();
        next = 0;
        for (Map.Entry<Long, InMemoryMessage> entry : durable.entrySet()) {
            InMemoryMessage found = entry.getValue().afterCrash();
            entry.setValue(found);
            Optional<ReceiveMark> mark = found.mark();
            if (mark.filter(last -> last.deadline().isAfter(clock.instant()) || isExhausted(found))
                    .isPresent()) {
                held.put(found.id(), found);
                restored.add(found);
            } else {
                mark.ifPresent(last -> visibleAgain.add(found));
                join(found);
            }
        }
    }

    /** Whether somebody has to attach a reader after a crash. */
    boolean hasRestored() {
        return !restored.isEmpty() || !visibleAgain.isEmpty();
    }

    /** Lets messages in whose delay is over. */
    void runDue() {
        boolean any = false;
        for (Iterator<Map.Entry<InMemoryMessage, Instant>> all =
                        delayed.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<InMemoryMessage, Instant> one = all.next();
            if (!one.getValue().isAfter(clock.instant())) {
                all.remove();
                putInPlace(one.getKey());
                any = true;
            }
        }
        if (any) {
            offerMore();
        }
    }

    private void join(InMemoryMessage message) {
        Instant from = message.sentAt().plus(message.sent.delay());
        if (from.isAfter(clock.instant()) && message.deadLetterSource.isEmpty()) {
            delayed.put(message, from);
        } else {
            putInPlace(message);
        }
    }

    private void putInPlace(InMemoryMessage message) {
        waiting.put(message.place(), message);
        next = Math.min(next, message.place());
    }

    @Override
    public QueueName name() {
        return name;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public void attach(QueueReader newReader) {
        reader = newReader;
        attached = true;
        next = 0;
        restored.forEach(newReader::restored);
        restored.clear();
        visibleAgain.forEach(newReader::visibleAgain);
        visibleAgain.clear();
    }

    @Override
    public void detach() {
        attached = false;
    }

    @Override
    public void offerMore() {
        offers.add(this::offer);
    }

    private void offer() {
        QueueReader current = reader;
        if (!attached || current == null) {
            return;
        }
        for (Map.Entry<Long, InMemoryMessage> entry = waiting.ceilingEntry(next);
                entry != null;
                entry = waiting.ceilingEntry(next)) {
            InMemoryMessage message = entry.getValue();
            switch (current.offer(message)) {
                case STOP -> {
                    return;
                }
                case TAKE -> {
                    waiting.remove(message.place());
                    held.put(message.id(), message);
                }
                case SKIP -> {
                    // passed by
                }
            }
            next = message.place() + 1;
        }
    }

    @Override
    public void offerFromHead(Runnable begins) {
        offers.add(() -> {
            next = 0;
            begins.run();
            offer();
        });
    }

    @Override
    public void afterOffers(BooleanSupplier unsatisfied, Runnable task) {
        offers.add(task);
    }

    private CompletionStage<Void> synced(Runnable durably) {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        syncs.add(() -> {
            durably.run();
            stage.complete(null);
        });
        return stage;
    }

    @Override
    public CompletionStage<Void> send(List<MessageToSend> messages) {
        List<InMemoryMessage> created = messages.stream()
                .map(message -> new InMemoryMessage(message, nextNumber(), Optional.empty()))
                .toList();
        return synced(() -> created.forEach(this::add));
    }

    private void add(InMemoryMessage message) {
        durable.put(message.id(), message);
        message.sent.deduplication().ifPresent(mark -> durableMarks.put(mark.number(), mark));
        join(message);
        offerMore();
    }

    @Override
    public List<DeduplicationMark> restoredDeduplication() {
        return List.copyOf(durableMarks.values());
    }

    @Override
    public void forget(List<DeduplicationMark> marks) {
        syncs.add(() -> marks.forEach(mark -> durableMarks.remove(mark.number())));
    }

    @Override
    public CompletionStage<Void> mark(List<HeldMessage.Marked> marks) {
        marks.forEach(marked -> own(marked.message()).mark(marked.mark()));
        return synced(() -> marks.forEach(marked -> own(marked.message()).markDurably(marked.mark())));
    }

    @Override
    public Optional<ReceiveMark> unread(long message) {
        return Optional.empty(); // there are no pages
    }

    @Override
    public CompletionStage<Boolean> markUnread(long message, ReceiveMark mark) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletionStage<Void> settle(List<HeldMessage> gone) {
        gone.forEach(this::release);
        return synced(() -> gone.forEach(message -> durable.remove(message.id())));
    }

    @Override
    public CompletionStage<Boolean> settleGivenBack(HeldMessage message, int deliveries) {
        if (message.deliveries() != deliveries || waiting.get(message.place()) != message) {
            return CompletableFuture.completedFuture(false);
        }
        waiting.remove(message.place());
        return synced(() -> durable.remove(message.id())).thenApply(done -> true);
    }

    @Override
    public void giveBack(HeldMessage message) {
        release(message);
        InMemoryMessage own = own(message);
        if (isExhausted(message)) {
            deadLetters.ifPresent(way -> way.target.receiveDeadLetter(own, name));
            durable.remove(message.id());
        } else {
            putInPlace(own);
            offerMore();
        }
    }

    private void receiveDeadLetter(InMemoryMessage message, QueueName source) {
        add(new InMemoryMessage(message.sent, nextNumber(), Optional.of(source.value())));
    }

    @Override
    public void putBack(List<HeldMessage> messages) {
        messages.forEach(message -> {
            release(message);
            putInPlace(own(message));
        });
    }

    private void release(HeldMessage message) {
        if (held.remove(message.id()) != message) {
            throw new IllegalStateException(
                    "The reader does not hold " + own(message).sent.body());
        }
    }

    @Override
    public boolean isExhausted(HeldMessage message) {
        return deadLetters
                .filter(way -> message.deliveries() >= way.maxDeliveries)
                .isPresent();
    }

    @Override
    public void freeGroup(MessageGroupId group, BooleanSupplier stillFree) {
        stillFree.getAsBoolean();
    }

    @Override
    public CompletionStage<Void> purge() {
        List<InMemoryMessage> gone = new ArrayList<>(waiting.values());
        gone.addAll(delayed.keySet());
        waiting.clear();
        delayed.clear();
        return synced(() -> gone.forEach(message -> durable.remove(message.id())));
    }

    @Override
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    @Override
    public Counts counts() {
        return new Counts(waiting.size() + delayed.size() + held.size(), held.size(), delayed.size());
    }

    private static InMemoryMessage own(HeldMessage message) {
        return (InMemoryMessage) message;
    }
}
