package io.packetboat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.TestingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final TestingClock clock = new TestingClock();
    private final Deadlines deadlines = new Deadlines(clock);
    private final List<String> happened = new ArrayList<>();

    @Test
    void nothingIsDueEarly() {
        set("late", Duration.ofMillis(1_001));
        clock.advance(Duration.ofSeconds(1));
        assertThat(deadlines.runDue()).isZero();

        clock.advance(Duration.ofMillis(10));

        assertThat(deadlines.runDue()).isEqualTo(1);
        assertThat(happened).containsExactly("late");
    }

    @Test
    void theEarlierComesFirst() {
        set("second", Duration.ofSeconds(2));
        set("first", Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(3));

        deadlines.runDue();

        assertThat(happened).containsExactly("first", "second");
    }

    @Test
    void aMovedDeadlineHappensOnceAndAWithdrawnOneNeverAndNothingIsLeft() {
        Entry moved = set("moved", Duration.ofSeconds(1));
        Entry withdrawn = set("withdrawn", Duration.ofSeconds(1));
        set("stays", Duration.ofSeconds(1));

        deadlines.set(moved, clock.instant().plusSeconds(2));
        deadlines.withdraw(withdrawn);
        deadlines.withdraw(withdrawn);
        clock.advance(Duration.ofSeconds(5));
        deadlines.runDue();
        deadlines.runDue();

        assertThat(happened).containsExactly("stays", "moved");
        assertThat(deadlines.size()).isZero();
    }

    private Entry set(String name, Duration in) {
        Entry entry = new Entry(name);
        deadlines.set(entry, clock.instant().plus(in));
        return entry;
    }

    private final class Entry extends Deadlines.Timed {
        private final String name;

        Entry(String name) {
            this.name = name;
        }

        @Override
        void due() {
            happened.add(name);
        }
    }
}
