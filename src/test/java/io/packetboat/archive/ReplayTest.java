package io.packetboat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.ReplayPolicy;
import io.packetboat.subscription.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant START = Instant.ofEpochMilli(1_000);
    private static final Instant END = Instant.ofEpochMilli(2_000);

    /** Begun when message 9 was the newest. */
    private static final Replay BEGUN = new Replay(
            new SubscriptionId("11111111-2222-4333-8444-555555555555"),
            new TopicName("orders.fifo"),
            "token",
            Optional.of(new ReplayPolicy("{}", START, Optional.of(END))),
            at(10),
            at(0),
            Optional.empty(),
            false);

    private static ArchivePosition at(long value) {
        return new ArchivePosition(value);
    }

    private static List<Long> heldBack(Replay replay) {
        return LongStream.range(8, 16)
                .filter(value -> replay.holdsBack(at(value)))
                .boxed()
                .toList();
    }

    @Test
    void whatWasPublishedBeforeIsRepeatedAndWhatComesIsHeldBack() {
        assertThat(BEGUN.repeats()).isTrue();
        assertThat(BEGUN.rest()).isEqualTo(new ArchiveRange(at(0), at(9), START, END));
        assertThat(heldBack(BEGUN)).containsExactly(10L, 11L, 12L, 13L, 14L, 15L);
    }

    @Test
    void whatWasHeldBackIsGivenAllWhateverItsTime() {
        Replay repeated = BEGUN.given(at(4)).repeated();

        assertThat(repeated.repeats()).isFalse();
        assertThat(repeated.rest()).isEqualTo(ArchiveRange.between(at(9), at(Long.MAX_VALUE)));
        assertThat(repeated.given(at(12)).rest()).isEqualTo(ArchiveRange.between(at(12), at(Long.MAX_VALUE)));
    }

    @Test
    void onceItHasAllNothingIsHeldBackThatItWasNotGiven() {
        Replay over = BEGUN.repeated().caughtUp(at(12));

        assertThat(over.isRunning()).isFalse();
        assertThat(heldBack(over)).containsExactly(10L, 11L, 12L);
    }

    @Test
    void whoeverStopsOrFailsIsGivenOnlyWhatWasHeldBack() {
        for (Replay ended : List.of(BEGUN.stopped(), BEGUN.failing())) {
            assertThat(ended.repeats()).isFalse();
            assertThat(ended.isRunning()).isTrue();
            assertThat(ended.rest()).isEqualTo(ArchiveRange.between(at(9), at(Long.MAX_VALUE)));
        }
    }

    @Test
    void theNextReplayHoldsBackWhatThisOneDidNotGive() {
        assertThat(BEGUN.given(at(4)).firstMissing(at(20))).isEqualTo(at(10));
        assertThat(BEGUN.given(at(12)).firstMissing(at(20))).isEqualTo(at(13));
        assertThat(BEGUN.caughtUp(at(12)).firstMissing(at(20))).isEqualTo(at(21));
    }
}
