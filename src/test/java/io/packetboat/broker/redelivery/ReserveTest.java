package io.packetboat.broker.redelivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReserveTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration LATER = Reserve.SPACING.plusSeconds(1);

    @Test
    void aQueueThatDeliversNowAndThenIsMarkedExactly() {
        Reserve first = Reserve.exactly(-1).beyond(100, NOW);
        Reserve second = first.beyond(250, NOW.plus(LATER));

        assertThat(first.upTo()).isEqualTo(100);
        assertThat(second.upTo()).isEqualTo(250);
        assertThat(second.covers(250)).isTrue();
        assertThat(second.covers(251)).isFalse();
    }

    @Test
    void aBusyQueueIsGivenTwiceAsMuchEachTime() {
        Reserve first = Reserve.exactly(-1).beyond(100, NOW);
        Reserve second = first.beyond(101, NOW.plus(SOON));
        Reserve third = second.beyond(118, NOW.plus(SOON.multipliedBy(2)));

        assertThat(second.upTo()).isEqualTo(101 + Reserve.LEAST);
        assertThat(third.upTo()).isEqualTo(118 + 2 * Reserve.LEAST);
    }

    @Test
    void whatIsGivenToABusyQueueIsBounded() {
        Reserve reserve = Reserve.exactly(-1).beyond(1, NOW);
        for (int i = 0; i < 100; i++) {
            reserve = reserve.beyond(reserve.upTo() + 1, NOW.plus(SOON));
        }

        assertThat(reserve.ahead()).isEqualTo(Reserve.MOST);
    }

    @Test
    void aQueueThatSlowsDownIsGivenHalf() {
        Reserve busy = Reserve.exactly(-1).beyond(1, NOW).beyond(2, NOW).beyond(20, NOW);

        Reserve slower = busy.beyond(100, NOW.plus(LATER));

        assertThat(slower.ahead()).isEqualTo(busy.ahead() / 2);
    }
}
