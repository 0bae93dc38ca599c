package io.packetboat.broker.delivery;

import io.packetboat.broker.delivery.OwnRecords.Accepted;
import io.packetboat.broker.delivery.OwnRecords.Received;
import io.packetboat.broker.retention.Arrivals;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongPredicate;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of messages that were received before this start: their counts, and that those whose deadline has
 * not passed are in flight still, so that no consumer gets them. So are those whose last allowed receive ended meanwhile,
 * until they went to the dead letters.
 *
 * <p>The journal is read before its messages join their queues, one after the other; messages from pages join much later.
 * Every queue asks for each of both kinds. Safe for any number of threads.
 */
public final class Restoration {
    private static final Logger LOG = System.getLogger(Restoration.class.getName());

    private final Clock clock;
    private final Arrivals arrivals;
    private final Map<Long, Map<Long, StoredMark>> marks = new HashMap<>();
    private final Map<Long, List<DeduplicationMark>> accepted = new HashMap<>();
    private final List<MessageReference> counted = new ArrayList<>();
    private final List<Consumer<Finds>> found = new ArrayList<>();
    private @Nullable Finds finds;
    private volatile boolean empty = true;

    /** Who hears of messages that were received before this start. Called below the queue's lock, or at the start. */
    interface Finds {

        /** It is in flight still, and did not join its queue. */
        void inFlight(QueueImpl queue, MessageReference reference);

        /** It is visible again, and about to join its queue. */
        void visible(QueueImpl queue, MessageReference reference);

        /** It was deleted while it was on a page, and did not join its queue. */
        void deleted(QueueImpl queue, MessageReference reference);
    }

    /** @param arrivals gets what was noted before this start */
    public Restoration(Clock clock, Arrivals arrivals) {
        this.clock = clock;
        this.arrivals = arrivals;
    }

    /** Whether a record of the journal is of a kind that this package writes. */
    public static boolean isOwn(RecordInfo found) {
        byte kind = found.getUserRecordType();
        return kind == OwnRecords.RECEIVE || kind == OwnRecords.DEDUPLICATION || kind == OwnRecords.ARRIVAL;
    }

    /** Hears of every record that is not Artemis' own. */
    public synchronized void load(RecordInfo found) {
        if (found.getUserRecordType() == OwnRecords.RECEIVE) {
            Received received = OwnRecords.received(found.data);
            marks.computeIfAbsent(received.queue(), queue -> new HashMap<>())
                    .put(received.message(), new StoredMark(found.id, received.mark()));
            empty = false;
        } else if (found.getUserRecordType() == OwnRecords.DEDUPLICATION) {
            Accepted mark = OwnRecords.accepted(found.data, found.id);
            accepted.computeIfAbsent(mark.queue(), queue -> new ArrayList<>()).add(mark.mark());
        } else if (found.getUserRecordType() == OwnRecords.ARRIVAL) {
            arrivals.note(found.id, OwnRecords.moment(found.data));
        }
    }

    /**
     * Asked for every message that comes from the journal or a page to join its queue.
     *
     * @param maxDeliveries how many deliveries the queue's settings allow; none or less for any number
     * @return whether it is in flight and must not join
     */
    public boolean takes(QueueImpl queue, MessageReference reference, IntSupplier maxDeliveries) {
        return !empty && take(queue, reference, maxDeliveries);
    }

    private synchronized boolean take(QueueImpl queue, MessageReference reference, IntSupplier maxDeliveries) {
        Map<Long, StoredMark> ofQueue = marks.get(queue.getID());
        StoredMark stored = ofQueue == null ? null : ofQueue.remove(reference.getMessageID());
        if (stored == null) {
            return false;
        }
        stored.keepWith(reference);
        if (stored.mark().equals(ReceiveMark.DELETED)) {
            queue.incDelivering(reference);
            tell(who -> who.deleted(queue, reference));
            return true;
        }
        count(reference);
        if (!stored.mark().deadline().isAfter(clock.instant()) && !isExhausted(stored.mark(), maxDeliveries)) {
            tell(who -> who.visible(queue, reference));
            return false;
        }
        queue.reloadSequence(reference);
        queue.incDelivering(reference);
        tell(who -> who.inFlight(queue, reference));
        return true;
    }

    private static boolean isExhausted(ReceiveMark mark, IntSupplier maxDeliveries) {
        int most = maxDeliveries.getAsInt();
        return most > 0 && mark.deliveries() >= most;
    }

    /** Artemis sets its own count after this call, for a message from the journal. */
    private void count(MessageReference reference) {
        if (!reference.isPaged()) {
            counted.add(reference);
        }
        setCount(reference);
    }

    private static void setCount(MessageReference reference) {
        StoredMark stored = StoredMark.of(reference);
        if (stored != null && reference.getDeliveryCount() < stored.mark().deliveries()) {
            reference.setDeliveryCount(stored.mark().deliveries());
        }
    }

    private void tell(Consumer<Finds> find) {
        if (finds == null) {
            found.add(find);
        } else {
            find.accept(finds);
        }
    }

    /** Called once the journal is loaded: this one hears of what was found, and from now on of what is. */
    synchronized void loaded(Finds listener) {
        counted.forEach(Restoration::setCount);
        counted.clear();
        finds = listener;
        found.forEach(find -> find.accept(listener));
        found.clear();
    }

    /** The marks of messages that are gone: those of queues that hold no pages, where all messages have joined. */
    synchronized List<Long> orphans(LongPredicate holdsPages) {
        List<Long> orphans = new ArrayList<>();
        marks.entrySet().removeIf(ofQueue -> {
            if (holdsPages.test(ofQueue.getKey())) {
                return false;
            }
            ofQueue.getValue().values().forEach(mark -> orphans.add(mark.record()));
            return true;
        });
        if (marks.isEmpty()) {
            empty = true;
        }
        if (!orphans.isEmpty()) {
            LOG.log(Level.DEBUG, "{0} marks belong to messages that are gone", orphans.size());
        }
        return orphans;
    }

    /** The mark of a message that has not joined its queue yet. */
    Optional<ReceiveMark> unread(long queue, long message) {
        return empty ? Optional.empty() : find(queue, message).map(StoredMark::mark);
    }

    private synchronized Optional<StoredMark> find(long queue, long message) {
        return Optional.ofNullable(marks.get(queue)).map(ofQueue -> ofQueue.get(message));
    }

    /** Changes such a mark; the number of its record. */
    synchronized Optional<Long> change(long queue, long message, ReceiveMark mark) {
        Optional<StoredMark> former = find(queue, message);
        former.ifPresent(stored -> marks.computeIfAbsent(queue, id -> new HashMap<>())
                .put(message, new StoredMark(stored.record(), mark)));
        return former.map(StoredMark::record);
    }

    /** The queues of which {@link #takeAccepted} has something. */
    synchronized List<Long> accepting() {
        return List.copyOf(accepted.keySet());
    }

    /** Takes the deduplication marks of queues that are not there any more. */
    synchronized List<Long> acceptedByOthers(LongPredicate exists) {
        List<Long> orphans = new ArrayList<>();
        accepted.entrySet().removeIf(ofQueue -> {
            if (exists.test(ofQueue.getKey())) {
                return false;
            }
            ofQueue.getValue().forEach(mark -> orphans.add(mark.number()));
            return true;
        });
        return orphans;
    }

    /** The deduplication marks of a queue, once. */
    synchronized List<DeduplicationMark> takeAccepted(long queue) {
        List<DeduplicationMark> found = accepted.remove(queue);
        return found == null ? List.of() : found;
    }
}
