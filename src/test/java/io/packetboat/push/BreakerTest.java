package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final Breaker breaker = new Breaker();

    @Test
    void someFailuresAreTolerated() {
        fail(4);

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.most(16)).isEqualTo(16);
        assertThat(breaker.readyAt()).isBefore(NOW);
    }

    @Test
    void anEndpointThatFailsAndFailsIsSparedForALittleAndThenAskedOnce() {
        fail(5);

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.readyAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(breaker.most(16)).isEqualTo(1);
    }

    @Test
    void thePausesGrowUpToABound() {
        fail(5);
        Instant at = breaker.readyAt();
        for (int i = 0; i < 10; i++) {
            breaker.failed(at);
            assertThat(Duration.between(at, breaker.readyAt()))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
            at = breaker.readyAt();
        }
        breaker.failed(at);

        assertThat(Duration.between(at, breaker.readyAt())).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void failuresOfAttemptsThatBeganBeforeThePauseDoNotLengthenIt() {
        fail(16);

        assertThat(breaker.readyAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void oneSuccessEndsIt() {
        fail(9);

        breaker.succeeded();

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.readyAt()).isBefore(NOW);
        fail(4);
        assertThat(breaker.isOpen()).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(NOW);
        }
    }
}
