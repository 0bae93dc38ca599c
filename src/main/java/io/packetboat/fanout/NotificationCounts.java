package io.packetboat.fanout;

import io.packetboat.kernel.TopicName;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of notifications since the start, by topic; one notification is one message for one subscription.
 *
 * <p>The first {@value #MAX_TOPICS} topics have counts of their own, all others share one. Safe for any number of threads.
 */
public final class NotificationCounts {
    /** What the others are counted under; in parentheses, since it stands for no topic. */
    public static final String OTHERS = "(other)";

    private static final int MAX_TOPICS = 1_000;

    private final ConcurrentHashMap<String, Counters> topics = new ConcurrentHashMap<>();

    /**
     * The counts of one topic.
     *
     * @param delivered reached their endpoint, or its queue
     * @param failed given up, with no dead-letter queue to take them
     * @param deadLettered put into a dead-letter queue
     * @param filteredOut not wanted, by the subscription's filter policy
     */
    public record Totals(long delivered, long failed, long deadLettered, long filteredOut) {}

    private static final class Counters {
        private final LongAdder delivered = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final LongAdder deadLettered = new LongAdder();
        private final LongAdder filteredOut = new LongAdder();

        Totals totals() {
            return new Totals(delivered.sum(), failed.sum(), deadLettered.sum(), filteredOut.sum());
        }
    }

    public void delivered(TopicName topic, long count) {
        of(topic).delivered.add(count);
    }

    public void failed(TopicName topic, long count) {
        of(topic).failed.add(count);
    }

    public void deadLettered(TopicName topic, long count) {
        of(topic).deadLettered.add(count);
    }

    public void filteredOut(TopicName topic, long count) {
        of(topic).filteredOut.add(count);
    }

    private Counters of(TopicName topic) {
        Counters known = topics.get(topic.value());
        if (known != null) {
            return known;
        }
        // A few too many, where several come at once, do no harm.
        String name = topics.size() < MAX_TOPICS ? topic.value() : OTHERS;
        return topics.computeIfAbsent(name, first -> new Counters());
    }

    /** The counts of all topics by name. */
    public Map<String, Totals> totals() {
        Map<String, Totals> totals = new TreeMap<>();
        topics.forEach((topic, counters) -> totals.put(topic, counters.totals()));
        return totals;
    }
}
