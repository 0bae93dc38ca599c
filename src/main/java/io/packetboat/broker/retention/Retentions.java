package io.packetboat.broker.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How long each queue keeps its messages; a queue that is not named keeps them without limit. */
public final class Retentions {
    private final ConcurrentHashMap<String, Duration> byQueue = new ConcurrentHashMap<>();
    private final Arrivals arrivals;
    private final Clock clock;

    public Retentions(Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /** Sets it anew, or takes it away; counts for messages that are there already. */
    public void set(String queue, Optional<Duration> retention) {
        retention.ifPresentOrElse(time -> byQueue.put(queue, time), () -> byQueue.remove(queue));
    }

    public Optional<Duration> of(String queue) {
        return Optional.ofNullable(byQueue.get(queue));
    }

    /**
     * Whether a message may be too old for its queue; cheap, and no for nearly all.
     *
     * @param timestamp what its sender says, in milliseconds; 0 for nothing
     */
    public boolean mayBeOver(String queue, long timestamp) {
        Duration retention = byQueue.get(queue);
        return retention != null && timestamp <= clock.millis() - retention.toMillis();
    }

    /**
     * Whether the queue has kept a message as long as it keeps any.
     *
     * @param number of the message, or of the one whose dead letter it is
     */
    public boolean isOver(String queue, long number, long timestamp) {
        Duration retention = byQueue.get(queue);
        Instant now = clock.instant();
        return retention != null
                && !arrivals.cameAt(number, timestamp, now).plus(retention).isAfter(now);
    }
}
