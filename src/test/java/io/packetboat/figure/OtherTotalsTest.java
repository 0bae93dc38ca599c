package io.packetboat.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.QueueFigures;
import io.packetboat.broker.QueueFigures.Levels;
import io.packetboat.broker.QueueFigures.Totals;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherTotalsTest {
    private final OtherTotals totals = new OtherTotals();

    @Test
    void theFirstSumHoldsEverythingSinceTheStart() {
        assertThat(added(queue(1, 10), queue(2, 5))).isEqualTo(15);
    }

    @Test
    void everyLookAddsWhatEachQueueGained() {
        added(queue(1, 10), queue(2, 5));

        assertThat(added(queue(1, 12), queue(2, 5))).isEqualTo(17);
    }

    @Test
    void aDeletedQueueLeavesItsCountBehind() {
        added(queue(1, 10), queue(2, 5));

        assertThat(added(queue(2, 6))).isEqualTo(16);
    }

    @Test
    void aNewQueueOfTheSameNameCountsFromZero() {
        added(queue(1, 10));

        assertThat(added(queue(2, 3))).isEqualTo(13);
    }

    @Test
    void allFourCountsAreKept() {
        QueueFigures queue = new QueueFigures(1, "q", true, Levels.NONE, new Totals(4, 3, 2, 1));

        assertThat(totals.sumWith(List.of(queue))).isEqualTo(new Totals(4, 3, 2, 1));
    }

    private long added(QueueFigures... queues) {
        return totals.sumWith(List.of(queues)).added();
    }

    private static QueueFigures queue(long id, long added) {
        return new QueueFigures(id, "q", true, Levels.NONE, new Totals(added, 0, 0, 0));
    }
}
