package io.packetboat.figure;

import io.packetboat.broker.QueueFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Which queues have figures of their own: the oldest. Pure.
 *
 * <p>So a new queue never takes the place of one that somebody watches, whatever its name and however busy it is, and a
 * restart changes nothing. Queues that end with a connection never have figures of their own, since each would leave a
 * dead series behind.
 *
 * @param own in the order of their creation
 * @param others all the rest
 */
record QueueSelection(List<QueueFigures> own, List<QueueFigures> others) {
    private static final Comparator<QueueFigures> OLDEST_FIRST = Comparator.comparingLong(QueueFigures::id);

    static QueueSelection of(List<QueueFigures> queues, int most) {
        PriorityQueue<QueueFigures> own = new PriorityQueue<>(OLDEST_FIRST.reversed());
        List<QueueFigures> others = new ArrayList<>();
        for (QueueFigures queue : queues) {
            if (!queue.lasting() || isLater(queue, own, most)) {
                others.add(queue);
                continue;
            }
            own.add(queue);
            if (own.size() > most) {
                others.add(own.remove());
            }
        }
        return new QueueSelection(own.stream().sorted(OLDEST_FIRST).toList(), others);
    }

    /** Whether the selection is full of older ones; of 100,000 queues most are not even put into it then. */
    private static boolean isLater(QueueFigures queue, PriorityQueue<QueueFigures> own, int most) {
        QueueFigures youngest = own.peek();
        return own.size() == most && (youngest == null || youngest.id() < queue.id());
    }
}
