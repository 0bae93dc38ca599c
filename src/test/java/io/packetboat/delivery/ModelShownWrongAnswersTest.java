package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.delivery.SqsModel.Broken;
import io.packetboat.delivery.SqsModel.Got;
import io.packetboat.delivery.SqsModel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A model that accepts everything would find nothing: each history here is right but for one answer. */
class ModelShownWrongAnswersTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration HIDDEN = Duration.ofSeconds(10);
    private static final Duration NO_DELAY = Duration.ZERO;

    private final SqsModel dead = new SqsModel(false, DeskLimits.DEFAULT, 0, null, START);
    private final SqsModel standard = new SqsModel(false, DeskLimits.DEFAULT, 2, dead, START);
    private final SqsModel fifo = new SqsModel(true, DeskLimits.DEFAULT, 2, dead, START);

    private static void send(SqsModel model, String id, String group) {
        model.sent(id, Optional.of(group), Optional.of("once-" + id), NO_DELAY);
    }

    private static void receive(SqsModel model, Got... got) {
        model.receivedAtOnce(List.of(got), got.length, HIDDEN, Optional.empty());
    }

    @Test
    void lostMessage() {
        send(standard, "a", "g");

        assertThatThrownBy(() -> standard.receivedAtOnce(List.of(), 1, HIDDEN, Optional.empty()))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("1 were to be had");
        assertThatThrownBy(standard::checkEmpty)
                .isInstanceOf(Broken.class)
                .hasMessageContaining("never delivered: [a]");
    }

    @Test
    void resurrectedMessage() {
        send(standard, "a", "g");
        send(standard, "b", "g");
        receive(standard, new Got("a", "h1", 1));
        assertThat(standard.delete("h1")).isEqualTo(Outcome.DONE);

        assertThatThrownBy(() -> receive(standard, new Got("a", "h2", 2)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("a was delivered although it is gone");
    }

    @Test
    void messageOutOfOrder() {
        send(fifo, "a", "g");
        send(fifo, "b", "g");

        assertThatThrownBy(() -> receive(fifo, new Got("b", "h1", 1)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("before an earlier one of its group");
    }

    @Test
    void messageOfALockedGroup() {
        send(fifo, "a", "g");
        send(fifo, "b", "g");
        send(fifo, "c", "other");
        receive(fifo, new Got("a", "h1", 1));

        assertThatThrownBy(() -> receive(fifo, new Got("b", "h2", 1)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("its group locked");
    }

    @Test
    void acceptedDuplicate() {
        fifo.sent("a", Optional.of("g"), Optional.of("same"), NO_DELAY);
        fifo.timeMoved(START.plus(Duration.ofSeconds(299)));

        assertThatThrownBy(() -> fifo.sent("b", Optional.of("g"), Optional.of("same"), NO_DELAY))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("the duplicate of a was accepted as b");
    }

    @Test
    void duplicateThatIsNoneAnyMore() {
        fifo.sent("a", Optional.of("g"), Optional.of("same"), NO_DELAY);
        fifo.timeMoved(START.plus(Duration.ofMinutes(5)));

        assertThatThrownBy(() -> fifo.sent("a", Optional.of("g"), Optional.of("same"), NO_DELAY))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("no duplicate, yet it got the old id a");
    }

    @Test
    void messageThatIsInFlightAlready() {
        send(standard, "a", "g");
        send(standard, "b", "g");
        receive(standard, new Got("a", "h1", 1));
        standard.timeMoved(START.plus(Duration.ofMillis(9_999)));

        assertThatThrownBy(() -> receive(standard, new Got("a", "h2", 2)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("although it is hidden");
    }

    @Test
    void wrongCountOfReceives() {
        send(standard, "a", "g");

        assertThatThrownBy(() -> receive(standard, new Got("a", "h1", 2)))
                .isInstanceOf(Broken.class)
                .hasMessageContaining("a says receive 2");
    }

    @Test
    void messageThatShouldHaveGoneToTheDeadLetters() {
        send(standard, "a", "g");
        receive(standard, new Got("a", "h1", 1));
        standard.timeMoved(START.plus(HIDDEN));
        receive(standard, new Got("a", "h2", 2));
        standard.timeMoved(START.plus(HIDDEN).plus(HIDDEN));
        dead.timeMoved(START.plus(HIDDEN).plus(HIDDEN));

        assertThat(dead.available(1)).isEqualTo(1);
        assertThatThrownBy(() -> receive(standard, new Got("a", "h3", 3))).isInstanceOf(Broken.class);
    }

    @Test
    void lateDeleteDeletesInAStandardQueueAlone() {
        send(standard, "a", "g");
        send(fifo, "a", "g");
        receive(standard, new Got("a", "h1", 1));
        receive(fifo, new Got("a", "h1", 1));
        standard.timeMoved(START.plus(HIDDEN));
        fifo.timeMoved(START.plus(HIDDEN));

        assertThat(standard.delete("h1")).isEqualTo(Outcome.DONE);
        assertThat(fifo.delete("h1")).isEqualTo(Outcome.EXPIRED);
        standard.checkEmpty();
        assertThat(fifo.available(1)).isEqualTo(1);
    }
}
