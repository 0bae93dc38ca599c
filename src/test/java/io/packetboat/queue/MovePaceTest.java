package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovePaceTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest(name = "after {0} ms with {1} moved at {2}/s: {3}")
    @CsvSource({
        "0, 0, 500, 0",
        "100, 0, 500, 50",
        "100, 50, 500, 0",
        "1000, 0, 1, 1",
        "999, 0, 1, 0",
        "60000, 0, 500, 500",
        "1000, 900, 500, 0"
    })
    void movesNoFasterThanItsRate(long millis, long moved, int rate, int allowed) {
        assertThat(new MovePace(START, rate).allowance(START.plusMillis(millis), moved))
                .isEqualTo(allowed);
    }

    @ParameterizedTest(name = "at {0}/s")
    @CsvSource({"1", "500"})
    void aClockThatIsSetBackAllowsNothing(int rate) {
        assertThat(new MovePace(START, rate).allowance(START.minusSeconds(5), 0))
                .isZero();
    }
}
