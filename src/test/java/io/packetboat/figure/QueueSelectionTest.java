package io.packetboat.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.broker.QueueFigures;
import io.packetboat.broker.QueueFigures.Levels;
import io.packetboat.broker.QueueFigures.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QueueSelectionTest {

    @Test
    void theOldestQueuesHaveFiguresOfTheirOwn() {
        QueueSelection selection = QueueSelection.of(List.of(lasting(7), lasting(3), lasting(5)), 2);

        assertThat(ids(selection.own())).containsExactly(3L, 5L);
        assertThat(ids(selection.others())).containsExactly(7L);
    }

    @Test
    void aNewQueueTakesNobodysPlace() {
        List<QueueFigures> before = lastingUpTo(100);
        List<QueueFigures> after = new ArrayList<>(before);
        after.add(lasting(101));

        assertThat(QueueSelection.of(after, 10).own())
                .isEqualTo(QueueSelection.of(before, 10).own());
    }

    @Test
    void theOrderInWhichQueuesAreReadDoesNotMatter() {
        List<QueueFigures> shuffled = new ArrayList<>(lastingUpTo(1_000));
        Collections.shuffle(shuffled, new Random(42));

        assertThat(ids(QueueSelection.of(shuffled, 5).own())).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aDeletedQueueMakesRoomForTheNextOldest() {
        List<QueueFigures> left = lastingUpTo(4).subList(1, 4);

        assertThat(ids(QueueSelection.of(left, 2).own())).containsExactly(2L, 3L);
    }

    @Test
    void temporaryQueuesNeverHaveFiguresOfTheirOwn() {
        QueueFigures temporary = new QueueFigures(1, "temporary", false, Levels.NONE, Totals.NONE);

        QueueSelection selection = QueueSelection.of(List.of(temporary, lasting(2)), 10);

        assertThat(ids(selection.own())).containsExactly(2L);
        assertThat(selection.others()).containsExactly(temporary);
    }

    @Test
    void withNoneAllowedAllAreOthers() {
        QueueSelection selection = QueueSelection.of(lastingUpTo(3), 0);

        assertThat(selection.own()).isEmpty();
        assertThat(selection.others()).hasSize(3);
    }

    private static List<QueueFigures> lastingUpTo(long last) {
        return LongStream.rangeClosed(1, last)
                .mapToObj(QueueSelectionTest::lasting)
                .toList();
    }

    private static QueueFigures lasting(long id) {
        return new QueueFigures(id, "queue" + id, true, Levels.NONE, Totals.NONE);
    }

    private static List<Long> ids(List<QueueFigures> queues) {
        return queues.stream().map(QueueFigures::id).toList();
    }
}
