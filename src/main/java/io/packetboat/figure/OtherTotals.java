package io.packetboat.figure;

import io.packetboat.broker.QueueFigures;
import io.packetboat.broker.QueueFigures.Totals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The summed-up totals of the queues without figures of their own, which only grow.
 *
 * <p>A plain sum would fall when one of the queues is deleted, and a monitoring system would take that for a restart and
 * the whole sum for new. So what each queue gained since the last look is added up instead. Not safe for several threads.
 */
final class OtherTotals {
    private Map<Long, Totals> last = Map.of();
    private Totals sum = Totals.NONE;

    Totals sumWith(List<QueueFigures> others) {
        Map<Long, Totals> now = new HashMap<>();
        for (QueueFigures queue : others) {
            Totals before = last.getOrDefault(queue.id(), Totals.NONE);
            sum = sum.plus(queue.totals().minus(before));
            // Most of 100,000 queues have never seen a message.
            if (!queue.totals().equals(Totals.NONE)) {
                now.put(queue.id(), queue.totals());
            }
        }
        last = now;
        return sum;
    }
}
