package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final Throttle throttle = new Throttle();

    @Test
    void letsSoManyBeginInASecond() {
        assertThat(throttle.available(3, NOW)).isEqualTo(3);
        throttle.take(2, NOW);
        assertThat(throttle.available(3, NOW.plusMillis(500))).isEqualTo(1);
        throttle.take(1, NOW.plusMillis(500));

        assertThat(throttle.available(3, NOW.plusMillis(999))).isZero();
        assertThat(throttle.next()).isEqualTo(NOW.plusSeconds(1));
        assertThat(throttle.available(3, NOW.plusSeconds(1))).isEqualTo(3);
    }

    @Test
    void aLimitThatIsLoweredHoldsAtOnce() {
        throttle.take(3, NOW);

        assertThat(throttle.available(2, NOW.plusMillis(1))).isZero();
    }
}
