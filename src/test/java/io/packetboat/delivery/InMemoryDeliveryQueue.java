package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeduplicationMark;
import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.broker.delivery.MessageToSend;
import io.packetboat.broker.delivery.QueueReader;
import io.packetboat.broker.delivery.ReadMessage;
import io.packetboat.broker.delivery.ReceiveMark;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.MessageId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A queue in memory, on a clock that a test moves. For one thread: whatever a call brings about has happened when it
 * returns. What Artemis does by itself when time passes is done by {@link #timePassed}.
 */
public final class InMemoryDeliveryQueue implements DeliveryQueue {
    private static long lastNumber = 1_000;

    private final QueueName name;
    private final Clock clock;
    private final long id = lastNumber++;
    private final TreeSet<Stored> waiting = new TreeSet<>(Comparator.comparingLong(Stored::place));
    private final TreeSet<Stored> skipped = new TreeSet<>(Comparator.comparingLong(Stored::place));
    private final List<Stored> delayed = new ArrayList<>();
    private final List<Stored> held = new ArrayList<>();
    private final List<DeduplicationMark> deduplication = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private Optional<InMemoryDeliveryQueue> deadLetters = Optional.empty();
    private int maxDeliveries = -1;
    private long heldBytes;
    private @Nullable QueueReader reader;
    private boolean attached;
    private boolean busy;
    private int settlements;

    public InMemoryDeliveryQueue(String name, Clock clock) {
        this.name = new QueueName(name);
        this.clock = clock;
    }

    /** Each message counts as read from a page and as large as this. */
    void paged(long bytesOfEach) {
        heldBytes = bytesOfEach;
    }

    /** After so many deliveries that failed a message moves to another queue. */
    public void redrive(int maxReceiveCount, InMemoryDeliveryQueue target) {
        maxDeliveries = maxReceiveCount;
        deadLetters = Optional.of(target);
    }

    /** The bodies of the messages that nobody holds, in order. */
    public List<String> bodies() {
        TreeSet<Stored> all = new TreeSet<>(waiting);
        all.addAll(skipped);
        return all.stream().map(stored -> stored.message.body()).toList();
    }

    /** How often messages were settled, one or several at a time. */
    public int settlements() {
        return settlements;
    }

    public boolean isAttached() {
        return attached;
    }

    /** Takes the next message as a consumer of another protocol does. */
    public Optional<String> takeAsAnotherClient() {
        Optional<Stored> first = waiting.stream().findFirst();
        first.ifPresent(waiting::remove);
        return first.map(stored -> stored.message.body());
    }

    /**
     * What a broker has that starts after this one was killed: nobody holds anything but what the marks say. The reader is
     * to be attached anew.
     */
    public void crash() {
        reader = null;
        attached = false;
        tasks.clear();
        waiting.addAll(skipped);
        skipped.clear();
        for (Stored stored : List.copyOf(held)) {
            boolean inFlight =
                    stored.mark != null && (stored.mark.deadline().isAfter(clock.instant()) || isExhausted(stored));
            if (!inFlight) {
                held.remove(stored);
                stored.deliveries = stored.mark == null ? 0 : stored.mark.deliveries();
                waiting.add(stored);
            }
        }
    }

    /** Delivers what is due, as the broker's own timers do. */
    public void timePassed() {
        for (Stored stored : List.copyOf(delayed)) {
            if (!stored.visible.isAfter(clock.instant())) {
                delayed.remove(stored);
                waiting.add(stored);
            }
        }
        offerMore();
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
        boolean first = reader == null;
        reader = newReader;
        attached = true;
        if (first) {
            List.copyOf(held).forEach(newReader::restored);
            waiting.stream().filter(stored -> stored.mark != null).forEach(newReader::visibleAgain);
        }
    }

    @Override
    public void detach() {
        attached = false;
    }

    @Override
    public void offerMore() {
        if (busy || !attached || reader == null) {
            return;
        }
        busy = true;
        boolean offering = true;
        for (Iterator<Stored> next = List.copyOf(waiting).iterator(); offering && next.hasNext(); ) {
            Stored message = next.next();
            switch (reader.offer(message)) {
                case TAKE -> {
                    waiting.remove(message);
                    held.add(message);
                }
                case SKIP -> {
                    waiting.remove(message);
                    skipped.add(message);
                }
                case STOP -> offering = false;
            }
        }
        busy = false;
        runTasks();
    }

    private void runTasks() {
        if (busy) {
            return;
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Override
    public void offerFromHead(Runnable begins) {
        begins.run();
        waiting.addAll(skipped);
        skipped.clear();
        offerMore();
    }

    @Override
    public void afterOffers(BooleanSupplier unsatisfied, Runnable task) {
        tasks.add(task);
        runTasks();
    }

    @Override
    public CompletionStage<Void> send(List<MessageToSend> messages) {
        for (MessageToSend message : messages) {
            Stored stored = new Stored(message);
            message.deduplication().ifPresent(deduplication::add);
            if (stored.visible.isAfter(clock.instant())) {
                delayed.add(stored);
            } else {
                waiting.add(stored);
            }
        }
        offerMore();
        return done();
    }

    @Override
    public List<DeduplicationMark> restoredDeduplication() {
        return List.copyOf(deduplication);
    }

    @Override
    public void forget(List<DeduplicationMark> marks) {
        deduplication.removeAll(marks);
    }

    @Override
    public CompletionStage<Void> mark(List<HeldMessage.Marked> marks) {
        marks.forEach(marked -> ((Stored) marked.message()).mark = marked.mark());
        return done();
    }

    @Override
    public CompletionStage<Void> settle(List<HeldMessage> messages) {
        settlements++;
        messages.forEach(message -> held.remove((Stored) message));
        return done();
    }

    @Override
    public CompletionStage<Boolean> settleGivenBack(HeldMessage message, int deliveries) {
        Stored stored = (Stored) message;
        return CompletableFuture.completedFuture(stored.deliveries == deliveries && waiting.remove(stored));
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
    public void giveBack(HeldMessage message) {
        Stored stored = (Stored) message;
        held.remove(stored);
        if (isExhausted(stored)) {
            deadLetters.ifPresent(target -> target.takeDeadLetter(stored, name));
        } else {
            waiting.add(stored);
        }
        offerMore();
    }

    private void takeDeadLetter(Stored stored, QueueName source) {
        Stored copy = new Stored(stored.message);
        copy.source = Optional.of(source.value());
        copy.deliveries = stored.deliveries;
        waiting.add(copy);
        offerMore();
    }

    @Override
    public void putBack(List<HeldMessage> messages) {
        messages.forEach(message -> {
            held.remove((Stored) message);
            waiting.add((Stored) message);
        });
        offerMore();
    }

    @Override
    public boolean isExhausted(HeldMessage message) {
        return maxDeliveries > 0 && message.deliveries() >= maxDeliveries;
    }

    @Override
    public void freeGroup(MessageGroupId group, BooleanSupplier stillFree) {
        // there are no other consumers
    }

    @Override
    public CompletionStage<Void> purge() {
        waiting.clear();
        skipped.clear();
        delayed.clear();
        return done();
    }

    @Override
    public long nextNumber() {
        return lastNumber++;
    }

    @Override
    public Counts counts() {
        return new Counts(waiting.size() + skipped.size() + held.size() + delayed.size(), held.size(), delayed.size());
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private final class Stored implements HeldMessage {
        private final long number = lastNumber++;
        private final MessageToSend message;
        private final Instant visible;
        private Optional<String> source = Optional.empty();
        private int deliveries;
        private @Nullable ReceiveMark mark;

        Stored(MessageToSend message) {
            this.message = message;
            this.visible = message.sent().plus(message.delay());
        }

        @Override
        public long id() {
            return number;
        }

        @Override
        public long place() {
            return number;
        }

        @Override
        public int deliveries() {
            return deliveries;
        }

        @Override
        public int countDelivery() {
            deliveries++;
            return deliveries;
        }

        @Override
        public Optional<MessageGroupId> group() {
            return message.group();
        }

        @Override
        public long heldBytes() {
            return heldBytes;
        }

        @Override
        public Optional<ReceiveMark> mark() {
            return Optional.ofNullable(mark);
        }

        @Override
        public ReadMessage read() {
            return new ReadMessage(
                    new MessageId(message.id().toString()),
                    message.body(),
                    message.attributes(),
                    message.sent(),
                    message.senderId(),
                    message.sequence(),
                    message.deduplicationId(),
                    message.group(),
                    message.traceHeader(),
                    source);
        }
    }
}
