package io.packetboat.broker.delivery;

import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.impl.TransactionImpl;
import org.jspecify.annotations.Nullable;

/** A queue of Artemis, beside whose clients' consumers one of ours stands while somebody reads. */
final class ArtemisQueue implements DeliveryQueue {
    private static final Logger LOG = System.getLogger(ArtemisQueue.class.getName());

    private final QueueImpl queue;
    private final QueueName name;
    private final ArtemisSide side;
    private final Executor executor;
    private final JournalWork journal;
    private final MessageRoute route;
    private final List<Consumer<QueueReader>> untold = new ArrayList<>();
    private @Nullable QueueReader reader;
    private volatile @Nullable QueueConsumer consumer;

    ArtemisQueue(QueueImpl queue, ArtemisSide side) {
        this.queue = queue;
        this.name = new QueueName(queue.getName().toString());
        this.side = side;
        this.executor = side.server().getExecutorFactory().getExecutor();
        this.journal = new JournalWork(side.server().getStorageManager(), executor);
        this.route = new MessageRoute(queue, side, journal, executor);
    }

    @Override
    public QueueName name() {
        return name;
    }

    @Override
    public long id() {
        return queue.getID();
    }

    @Override
    public synchronized void attach(QueueReader newReader) {
        reader = newReader;
        untold.forEach(find -> find.accept(newReader));
        untold.clear();
        if (queue instanceof TakesOut place) {
            place.countAside(newReader::aside);
        }
        if (consumer != null) {
            return;
        }
        QueueConsumer added = new QueueConsumer(
                queue, newReader, side.server().getStorageManager().generateID(), this::deleted);
        try {
            queue.addConsumer(added);
            consumer = added;
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The queue takes no SQS receivers: queue=" + name, e);
        }
    }

    @Override
    public synchronized void detach() {
        QueueConsumer removed = consumer;
        if (removed != null) {
            consumer = null;
            queue.removeConsumer(removed);
            queue.deliverAsync();
        }
    }

    /** The queue is gone; a second call changes nothing. */
    void deleted() {
        side.deleted(this);
        QueueReader last;
        synchronized (this) {
            last = reader;
        }
        if (last != null) {
            last.closed();
        }
    }

    /**
     * A message that is in flight since before the start; its mark is with it.
     *
     * @param withoutReader told if nobody is there to hear of it yet
     */
    void restored(MessageReference reference, Consumer<ArtemisQueue> withoutReader) {
        ArtemisMessage message = new ArtemisMessage(reference);
        tell(told -> told.restored(message), withoutReader);
    }

    /** A message that was received before the start and joins its queue. */
    void visibleAgain(MessageReference reference, Consumer<ArtemisQueue> withoutReader) {
        ArtemisMessage message = new ArtemisMessage(reference);
        keep(message);
        tell(told -> told.visibleAgain(message), withoutReader);
    }

    /** The queue has it as long as it has the message, and nobody else. */
    private static void keep(HeldMessage message) {
        reference(message).setProtocolData(HeldMessage.class, message);
    }

    private void tell(Consumer<QueueReader> find, Consumer<ArtemisQueue> withoutReader) {
        QueueReader current;
        synchronized (this) {
            current = reader;
            if (current == null) {
                untold.add(find);
            }
        }
        if (current == null) {
            withoutReader.accept(this);
        } else {
            find.accept(current);
        }
    }

    @Override
    public void offerMore() {
        if (queue.getPagingStore() != null && queue.getPagingStore().isPaging()) {
            queue.forceDelivery();
        } else {
            queue.deliverAsync();
        }
    }

    @Override
    public void offerFromHead(Runnable begins) {
        synchronized (queue) {
            queue.resetAllIterators();
            begins.run();
        }
        offerMore();
    }

    @Override
    public void afterOffers(BooleanSupplier unsatisfied, Runnable task) {
        OffersEnd end = new OffersEnd(
                queue,
                side.server().getScheduledPool(),
                () -> {
                    QueueConsumer current = consumer;
                    return current == null ? 0 : current.offers();
                },
                unsatisfied,
                task);
        queue.getExecutor().execute(end);
    }

    @Override
    public CompletionStage<Void> send(List<MessageToSend> messages) {
        return route.send(messages);
    }

    void route(MessageToSend message, Transaction within) throws Exception {
        route.route(message, within);
    }

    @Override
    public List<DeduplicationMark> restoredDeduplication() {
        return side.restoration().takeAccepted(id());
    }

    @Override
    public void forget(List<DeduplicationMark> marks) {
        quietly(() -> {
            for (DeduplicationMark mark : marks) {
                side.marks().forget(mark.number());
            }
        });
    }

    @Override
    public CompletionStage<Void> mark(List<HeldMessage.Marked> marks) {
        return journal.run(context -> {
            for (HeldMessage.Marked marked : marks) {
                side.marks().put(reference(marked.message()), marked.mark(), context);
            }
        });
    }

    @Override
    public CompletionStage<Void> settle(List<HeldMessage> held) {
        MessageReference first = reference(held.get(0));
        if (held.size() == 1 && !first.isPaged()) {
            return journal.run(context -> queue.acknowledge(first));
        }
        return journal.run(context -> {
            Transaction transaction = new TransactionImpl(side.server().getStorageManager());
            for (HeldMessage message : held) {
                queue.acknowledge(transaction, reference(message));
            }
            transaction.commit();
        });
    }

    @Override
    public CompletionStage<Boolean> settleGivenBack(HeldMessage message, int deliveries) {
        if (takeOut(message, deliveries)) {
            return settle(List.of(message)).thenApply(done -> true);
        }
        // A message that comes from a page has its place only when the queue next delivers.
        CompletableFuture<Boolean> lookedAgain = new CompletableFuture<>();
        queue.deliverAsync();
        queue.getExecutor().execute(() -> lookedAgain.complete(takeOut(message, deliveries)));
        return lookedAgain.thenCompose(found ->
                found ? settle(List.of(message)).thenApply(done -> true) : CompletableFuture.completedFuture(false));
    }

    private boolean takeOut(HeldMessage message, int deliveries) {
        MessageReference reference = reference(message);
        return reference.getDeliveryCount() == deliveries
                && queue instanceof TakesOut place
                && place.takeOut(reference);
    }

    @Override
    public Optional<ReceiveMark> unread(long message) {
        return side.restoration().unread(id(), message);
    }

    @Override
    public CompletionStage<Boolean> markUnread(long message, ReceiveMark mark) {
        Optional<Long> record = side.restoration().change(id(), message, mark);
        if (record.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        return journal.run(context -> side.marks().put(id(), message, record.get(), mark, context))
                .thenApply(done -> true);
    }

    /** A message that was deleted while it was on a page. */
    void deletedUnread(MessageReference reference) {
        quietly(() -> {
            Transaction transaction = new TransactionImpl(side.server().getStorageManager());
            queue.acknowledge(transaction, reference);
            transaction.commit();
        });
    }

    /** Removes what the reader holds. */
    CompletionStage<Void> purgeHeld() {
        QueueReader current;
        synchronized (this) {
            current = reader;
        }
        return current == null ? CompletableFuture.completedFuture(null) : current.purgeHeld();
    }

    @Override
    public void giveBack(HeldMessage held) {
        keep(held);
        quietly(() -> queue.cancel(reference(held), side.clock().millis()));
        offerMore();
    }

    /** The last ones first, so that each finds its place at the head. */
    @Override
    public void putBack(List<HeldMessage> held) {
        List<MessageReference> references = held.stream()
                .map(ArtemisQueue::reference)
                .sorted(Comparator.comparingLong(MessageReference::getSequence).reversed())
                .toList();
        references.forEach(queue::decDelivering);
        queue.addSorted(references, false);
    }

    @Override
    public boolean isExhausted(HeldMessage held) {
        int most = side.server()
                .getAddressSettingsRepository()
                .getMatch(queue.getAddress().toString())
                .getMaxDeliveryAttempts();
        return most > 0 && held.deliveries() >= most;
    }

    @Override
    public void freeGroup(MessageGroupId group, BooleanSupplier stillFree) {
        synchronized (queue) {
            if (stillFree.getAsBoolean()) {
                queue.resetGroup(SimpleString.of(group.value()));
            }
        }
    }

    /** On the queue's own thread, since it takes a while. */
    @Override
    public CompletionStage<Void> purge() {
        CompletableFuture<Void> purged = new CompletableFuture<>();
        executor.execute(() -> journal.run(context -> queue.deleteAllReferences())
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        purged.complete(null);
                    } else {
                        purged.completeExceptionally(failure);
                    }
                }));
        return purged;
    }

    @Override
    public long nextNumber() {
        return side.server().getStorageManager().generateID();
    }

    @Override
    public Counts counts() {
        return new Counts(queue.getMessageCount(), queue.getDeliveringCount(), queue.getScheduledCount());
    }

    private static MessageReference reference(HeldMessage message) {
        return ((ArtemisMessage) message).reference();
    }

    private interface Change {
        void apply() throws Exception;
    }

    /** For what nobody waits for; a context of its own keeps it from being waited for by others. */
    private void quietly(Change change) {
        journal.run(context -> change.apply()).whenComplete((done, failure) -> {
            if (failure != null && !(failure instanceof BrokerUnavailable)) {
                LOG.log(Level.ERROR, "A message cannot be given back: queue=" + name, failure);
            }
        });
    }
}
