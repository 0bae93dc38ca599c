package io.packetboat.broker.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.TestingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));
    private static final Instant TWO = NOON.plus(Duration.ofHours(2));

    private final Arrivals arrivals = new Arrivals();

    @Test
    void aTimestampIsBelievedBetweenTheNotesAroundTheMessage() {
        arrivals.note(100, NOON);
        arrivals.note(200, ONE);
        Instant said = NOON.plusSeconds(7);

        assertThat(arrivals.cameAt(150, said.toEpochMilli(), TWO)).isEqualTo(said);
        assertThat(arrivals.cameAt(150, NOON.minusSeconds(7).toEpochMilli(), TWO))
                .as("a clock that is slow")
                .isEqualTo(NOON);
        assertThat(arrivals.cameAt(150, TWO.toEpochMilli(), TWO))
                .as("a clock that is fast")
                .isEqualTo(ONE);
        assertThat(arrivals.cameAt(250, TWO.plusSeconds(7).toEpochMilli(), TWO))
                .as("the last note is long ago")
                .isEqualTo(TWO);
    }

    @Test
    void aMessageWithoutTimestampOrFromBeforeAllNotesIsTakenForTheYoungestItCanBe() {
        arrivals.note(100, NOON);
        arrivals.note(200, ONE);

        assertThat(arrivals.cameAt(150, 0, TWO)).isEqualTo(ONE);
        assertThat(arrivals.cameAt(250, 0, TWO)).isEqualTo(TWO);
        assertThat(arrivals.cameAt(50, 1, TWO)).isEqualTo(NOON);
    }

    @Test
    void notesBecomeFewWithAgeAndTheirErrorStaysASmallPartOfIt() {
        Instant now = NOON;
        for (long number = 1; number <= 100_000; number++) {
            now = now.plusSeconds(30);
            arrivals.note(number * 10, now);
            if (number % 500 == 0) {
                arrivals.thin(now);
            }
        }
        arrivals.thin(now);

        assertThat(arrivals.thin(now)).isEmpty();
        for (long number = 10; number <= 1_000_000; number += 12_345) {
            Instant really = NOON.plusSeconds(30 * (number / 10));
            Instant latest = arrivals.cameAt(number, 0, now);
            Duration age = Duration.between(really, now);
            assertThat(Duration.between(really, latest))
                    .isBetween(Duration.ZERO, age.dividedBy(20).plusSeconds(30));
        }
    }

    @Test
    void aQueueWithoutRetentionKeepsEverything() {
        var clock = new TestingClock();
        Retentions retentions = new Retentions(arrivals, clock);
        long came = clock.millis();
        arrivals.note(1, clock.instant());
        clock.advance(Duration.ofDays(1));
        arrivals.note(3, clock.instant());

        assertThat(retentions.mayBeOver("orders", came)).isFalse();
        retentions.set("orders", Optional.of(Duration.ofHours(1)));
        assertThat(retentions.mayBeOver("orders", came)).isTrue();
        assertThat(retentions.isOver("orders", 2, came)).isTrue();
        retentions.set("orders", Optional.of(Duration.ofDays(2)));
        assertThat(retentions.isOver("orders", 2, came)).isFalse();
        retentions.set("orders", Optional.empty());
        assertThat(retentions.isOver("orders", 2, came)).isFalse();
        assertThat(retentions.of("orders")).isEmpty();
    }
}
