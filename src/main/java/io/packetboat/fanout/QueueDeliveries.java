package io.packetboat.fanout;

import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.DeliveryReport;
import io.packetboat.subscription.DeliveryReport.Problem;
import io.packetboat.subscription.SubscriptionId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What became of messages for subscribed queues since the start, by subscription: of the {@value #MOST_KNOWN} that a message
 * was meant for last.
 *
 * <p>One private lock, held for a moment. Safe for any number of threads.
 */
public final class QueueDeliveries {
    private static final int MOST_KNOWN = 20_000;

    private final Map<SubscriptionId, Record> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SubscriptionId, Record> eldest) {
            return size() > MOST_KNOWN;
        }
    };
    private final ToLongFunction<TopicName> waiting;
    private final Clock clock;

    /** @param waiting how many messages of a topic are not handed on yet */
    public QueueDeliveries(ToLongFunction<TopicName> waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    private static final class Record {
        private long delivered;
        private long failed;
        private long deadLettered;
        private Optional<Instant> lastSuccess = Optional.empty();
        private Optional<Problem> lastError = Optional.empty();

        void add(Note note, Instant now) {
            if (note.problem().isEmpty()) {
                delivered++;
                lastSuccess = Optional.of(now);
                return;
            }
            lastError = note.problem().map(why -> new Problem(now, why));
            if (note.deadLettered()) {
                deadLettered++;
            } else {
                failed++;
            }
        }
    }

    /**
     * What became of one message for one subscription.
     *
     * @param problem why it did not reach its queue; empty if it did
     * @param deadLettered whether it went to the dead-letter queue then
     */
    record Note(SubscriptionId subscription, Optional<String> problem, boolean deadLettered) {}

    void add(List<Note> notes) {
        Instant now = clock.instant();
        synchronized (known) {
            notes.forEach(note -> known.computeIfAbsent(note.subscription(), id -> new Record())
                    .add(note, now));
        }
    }

    /** How deliveries to a queue went; empty for a subscription that no message was meant for lately. */
    public Optional<DeliveryReport> of(SubscriptionId subscription, TopicName topic) {
        long backlog = waiting.applyAsLong(topic);
        synchronized (known) {
            return Optional.ofNullable(known.get(subscription)).map(record -> report(record, backlog));
        }
    }

    private static DeliveryReport report(Record record, long backlog) {
        return new DeliveryReport(
                record.delivered,
                record.failed,
                record.deadLettered,
                record.failed + record.deadLettered,
                record.lastSuccess,
                record.lastError,
                Optional.empty(),
                false,
                backlog);
    }
}
