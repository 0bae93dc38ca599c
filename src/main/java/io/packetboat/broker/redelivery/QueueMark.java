package io.packetboat.broker.redelivery;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.activemq.artemis.api.core.ActiveMQException;

/** What one queue may have delivered, before this start and since. */
final class QueueMark {
    private final long queue;
    private final long returning;
    private final AtomicLong delivered;
    private volatile Reserve reserve;

    /** @param returning the last message that may have been delivered before the start; -1 for none */
    QueueMark(long queue, long returning) {
        this.queue = queue;
        this.returning = returning;
        this.delivered = new AtomicLong(returning);
        this.reserve = Reserve.exactly(returning);
    }

    long queue() {
        return queue;
    }

    boolean mayHaveBeenDelivered(long message) {
        return message <= returning;
    }

    /** Returns when the mark on the disk covers the message. */
    void deliver(long message, MarkJournal journal, Clock clock) throws ActiveMQException {
        if (!reserve.covers(message)) {
            extend(message, journal, clock);
        }
        if (delivered.get() < message) {
            delivered.accumulateAndGet(message, Math::max);
        }
    }

    /** The lock is held while the disk is written, so that a queue asks once. */
    private synchronized void extend(long message, MarkJournal journal, Clock clock) throws ActiveMQException {
        if (!reserve.covers(message)) {
            Reserve next = reserve.beyond(message, clock.instant());
            journal.write(queue, next.upTo());
            reserve = next;
        }
    }

    boolean isAhead() {
        return reserve.upTo() > delivered.get();
    }

    /** Takes back what was reserved and not used; deliveries after this reserve again. */
    synchronized long takeBack() {
        long used = delivered.get();
        reserve = Reserve.exactly(used);
        return used;
    }
}
