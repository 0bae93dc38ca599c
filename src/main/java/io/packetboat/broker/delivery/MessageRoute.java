package io.packetboat.broker.delivery;

import io.packetboat.broker.BrokerUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.persistence.impl.journal.LargeServerMessageImpl;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.impl.TransactionImpl;
import org.jspecify.annotations.Nullable;

/**
 * The way of messages into one queue: through the broker's routing, as clients' messages go, so that paging, expiry and
 * plugins see them.
 *
 * <p>What only appends to the journal or lines up for a page is done on the caller's thread. Files of large messages are
 * written on a thread of the queue instead, and so is what would have to wait while the queue leaves its pages, what goes to
 * pages of a FIFO queue, and all that comes until that is done, in order.
 */
final class MessageRoute {
    /** Bytes of a body that might need a file of its own; the journal's buffer takes twice as many characters. */
    private static final int LARGE = 100 * 1024;

    private final QueueImpl queue;
    private final ArtemisSide side;
    private final JournalWork journal;
    private final Executor executor;
    private final boolean fifo;
    private final AtomicInteger elsewhere = new AtomicInteger();

    MessageRoute(QueueImpl queue, ArtemisSide side, JournalWork journal, Executor executor) {
        this.queue = queue;
        this.side = side;
        this.journal = journal;
        this.executor = executor;
        this.fifo = queue.getName().toString().endsWith(".fifo");
    }

    CompletionStage<Void> send(List<MessageToSend> messages) {
        if (elsewhere.get() > 0 || messages.stream().anyMatch(MessageRoute::isLarge)) {
            return writeElsewhere(messages);
        }
        PagingStore pages = queue.getPagingStore();
        if (pages == null || !pages.isPaging()) {
            return write(messages);
        }
        return fifo
                ? writeElsewhere(messages)
                : writeToPages(messages, pages).orElseGet(() -> writeElsewhere(messages));
    }

    /** Messages join a queue when they are on the disk; those of a FIFO queue in the order of the journal. */
    private CompletionStage<Void> write(List<MessageToSend> messages) {
        return fifo ? journal.runInOrder(context -> routeAll(messages)) : journal.run(context -> routeAll(messages));
    }

    /** Empty if that had to wait, since the end of paging is being looked into or has come. */
    private Optional<CompletionStage<Void>> writeToPages(List<MessageToSend> messages, PagingStore pages) {
        if (!pages.readLock(0)) {
            return Optional.empty();
        }
        try {
            return pages.isPaging()
                    ? Optional.of(journal.runPromptly(context -> routeAll(messages)))
                    : Optional.empty();
        } finally {
            pages.readUnlock();
        }
    }

    private CompletionStage<Void> writeElsewhere(List<MessageToSend> messages) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        elsewhere.incrementAndGet();
        executor.execute(() -> {
            CompletionStage<Void> written = write(messages);
            elsewhere.decrementAndGet();
            written.whenComplete((done, failure) -> {
                if (failure == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        });
        return sent;
    }

    private static boolean isLarge(MessageToSend message) {
        return message.body().length() + message.attributes().size() > LARGE;
    }

    private void routeAll(List<MessageToSend> messages) throws Exception {
        boolean marked =
                messages.stream().anyMatch(message -> message.deduplication().isPresent());
        StorageManager storage = side.server().getStorageManager();
        Transaction transaction = marked ? new TransactionImpl(storage) : null;
        for (MessageToSend message : messages) {
            route(message, transaction);
        }
        if (transaction != null) {
            transaction.commit();
        }
    }

    /** Writes a message and its mark, on the caller's thread. */
    void route(MessageToSend message, @Nullable Transaction transaction) throws Exception {
        StorageManager storage = side.server().getStorageManager();
        CoreMessage core = MessageWriting.core(message, storage.generateID());
        core.setAddress(queue.getAddress());
        core.setRoutingType(queue.getRoutingType());
        route(LargeServerMessageImpl.checkLargeMessage(core, storage), transaction);
        if (transaction != null && message.deduplication().isPresent()) {
            side.marks().put(queue.getID(), message.deduplication().get(), transaction);
        }
    }

    private void route(Message message, @Nullable Transaction transaction) throws Exception {
        RoutingContextImpl context = new RoutingContextImpl(transaction);
        context.setAddress(queue.getAddress());
        context.setRoutingType(RoutingType.ANYCAST);
        var postOffice = side.server().getPostOffice();
        // A queue of another name than its address shares that with others: then it is named.
        Binding only = queue.getName().equals(queue.getAddress()) ? null : postOffice.getBinding(queue.getName());
        RoutingStatus status = postOffice.route(message, context, false, true, only);
        if (status != RoutingStatus.OK) {
            throw new BrokerUnavailable("The queue " + queue.getName() + " did not take the message: " + status, null);
        }
    }
}
