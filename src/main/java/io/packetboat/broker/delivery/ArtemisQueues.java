package io.packetboat.broker.delivery;

import io.packetboat.broker.BrokerUnavailable;
import io.packetboat.kernel.QueueName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.security.SecurityAuth;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/** The queues of an Artemis server. A queue costs nothing here until somebody asks for it. */
public final class ArtemisQueues implements DeliveryQueues, ArtemisSide, ActiveMQServerQueuePlugin {
    private static final Logger LOG = System.getLogger(ArtemisQueues.class.getName());

    private final ActiveMQServer server;
    private final Function<String, @Nullable Queue> lookUp;
    private final Clock clock;
    private final Restoration restoration;
    private final MarkJournal marks;
    private final ConcurrentHashMap<Long, ArtemisQueue> queues = new ConcurrentHashMap<>();
    private final Set<ArtemisQueue> waitingForReader = new HashSet<>();
    private @Nullable Consumer<DeliveryQueue> reader;
    private volatile Consumer<DeliveryQueue> whenDeleted = queue -> {};

    /** @param lookUp the queues that take part, by name */
    public ArtemisQueues(
            ActiveMQServer server, Function<String, @Nullable Queue> lookUp, Clock clock, Restoration restoration) {
        this.server = server;
        this.lookUp = lookUp;
        this.clock = clock;
        this.restoration = restoration;
        this.marks = new MarkJournal(server::getStorageManager);
    }

    /** Called once, when the journal is loaded and before any client comes. */
    public void loaded() {
        restoration.loaded(new Restored());
        Map<Long, Queue> known = server.getPostOffice()
                .getAllBindings()
                .filter(binding -> binding.getBindable() instanceof Queue)
                .map(binding -> (Queue) binding.getBindable())
                .collect(Collectors.toMap(Queue::getID, Function.identity()));
        restoration.orphans(id -> isPaging(known.get(id))).forEach(this::forget);
        restoration.acceptedByOthers(known::containsKey).forEach(this::forget);
    }

    private static boolean isPaging(@Nullable Queue queue) {
        return queue != null
                && queue.getPagingStore() != null
                && queue.getPagingStore().isPaging();
    }

    private void forget(long orphan) {
        try {
            marks.forget(orphan);
        } catch (Exception e) {
            LOG.log(Level.WARNING, "A mark of a message that is gone stays in the journal", e);
        }
    }

    /** Brings what is found to its queue. */
    private final class Restored implements Restoration.Finds {
        @Override
        public void inFlight(QueueImpl queue, MessageReference reference) {
            of(queue).restored(reference, ArtemisQueues.this::tell);
        }

        @Override
        public void visible(QueueImpl queue, MessageReference reference) {
            of(queue).visibleAgain(reference, ArtemisQueues.this::tell);
        }

        @Override
        public void deleted(QueueImpl queue, MessageReference reference) {
            of(queue).deletedUnread(reference);
        }
    }

    /** Removes what SQS receivers have of a queue that is purged, and what is set aside for them. */
    public CompletionStage<Void> purgeHeld(Queue queue) {
        ArtemisQueue used = queues.get(queue.getID());
        return used == null ? CompletableFuture.completedFuture(null) : used.purgeHeld();
    }

    /** A message left its queue for good, in whatever way. */
    public void settled(@Nullable Transaction transaction, MessageReference reference) {
        try {
            marks.settled(transaction, reference);
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The mark of a settled message stays in the journal", e);
        }
    }

    @Override
    public Optional<DeliveryQueue> find(QueueName name) {
        if (!server.isActive()) {
            throw new BrokerUnavailable("The broker does not run.", null);
        }
        return Optional.ofNullable(lookUp.apply(name.value())).map(queue -> of((QueueImpl) queue));
    }

    /** The same for a queue that {@link #find} does not know, since it is the broker's own. */
    public DeliveryQueue internal(Queue queue) {
        return of((QueueImpl) queue);
    }

    /** Puts a message into a queue with the transaction, together with the mark that protects it from duplicates. */
    public void route(DeliveryQueue to, MessageToSend message, Transaction within) throws Exception {
        ((ArtemisQueue) to).route(message, within);
    }

    /** Notes with the transaction that a queue, or what it stands for, has accepted a message. */
    public void mark(DeliveryQueue by, DeduplicationMark mark, Transaction within) throws Exception {
        marks.put(by.id(), mark, within);
    }

    /** A message as the broker stores it, without an address. */
    public static CoreMessage encode(MessageToSend message, long id) {
        return MessageWriting.core(message, id);
    }

    /** The content of a stored message. Slow for large messages; never fails, whatever a client wrote. */
    public static ReadMessage read(MessageReference reference) {
        return MessageReading.read(reference);
    }

    private ArtemisQueue of(QueueImpl queue) {
        return queues.computeIfAbsent(queue.getID(), id -> new ArtemisQueue(queue, this));
    }

    @Override
    public void whenRestored(Consumer<DeliveryQueue> newReader) {
        Set<ArtemisQueue> waiting;
        synchronized (waitingForReader) {
            reader = newReader;
            waiting = Set.copyOf(waitingForReader);
            waitingForReader.clear();
        }
        waiting.forEach(newReader);
    }

    @Override
    public List<DeliveryQueue> withRestoredDeduplication() {
        List<DeliveryQueue> accepting = new ArrayList<>();
        for (long id : restoration.accepting()) {
            if (server.getPostOffice().findQueue(id) instanceof QueueImpl queue) {
                accepting.add(of(queue));
            }
        }
        return accepting;
    }

    @Override
    public void whenDeleted(Consumer<DeliveryQueue> listener) {
        whenDeleted = listener;
    }

    private void tell(ArtemisQueue queue) {
        Consumer<DeliveryQueue> current;
        synchronized (waitingForReader) {
            current = reader;
            if (current == null) {
                waitingForReader.add(queue);
                return;
            }
        }
        current.accept(queue);
    }

    @Override
    public boolean isDiskFull() {
        return server.getPagingManager().isDiskFull();
    }

    @Override
    public ActiveMQServer server() {
        return server;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public MarkJournal marks() {
        return marks;
    }

    @Override
    public Restoration restoration() {
        return restoration;
    }

    /** Whoever deleted it, and whether anybody stood at it then or not. */
    @Override
    public void afterDestroyQueue(
            Queue queue,
            SimpleString address,
            @Nullable SecurityAuth session,
            boolean checkConsumerCount,
            boolean removeConsumers,
            boolean autoDeleteAddress) {
        ArtemisQueue used = queues.get(queue.getID());
        if (used != null) {
            used.deleted();
        }
    }

    @Override
    public void deleted(ArtemisQueue queue) {
        queues.remove(queue.id(), queue);
        whenDeleted.accept(queue);
    }
}
