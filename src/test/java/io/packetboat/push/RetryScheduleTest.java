package io.packetboat.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryScheduleTest {

    @Test
    void goesThroughAllPhasesAndGivesUp() {
        RetrySchedule policy =
                new RetrySchedule(2, 1, 3, 2, Duration.ofSeconds(1), Duration.ofSeconds(5), BackoffCurve.LINEAR);

        assertThat(seconds(policy)).containsExactly(0L, 0L, 1L, 1L, 3L, 5L, 5L, 5L);
        assertThat(policy.delayAfter(9)).isEmpty();
        assertThat(policy.delayAfter(0)).isEmpty();
    }

    @Test
    void awsManagedEndpointsAreTriedFor23Days() {
        assertThat(RetrySchedule.MANAGED.retries()).isEqualTo(100_015);
        assertThat(RetrySchedule.MANAGED.total().toDays()).isEqualTo(23);
    }

    @Test
    void customerManagedEndpointsAreTriedForSixHours() {
        assertThat(RetrySchedule.CUSTOMER.retries()).isEqualTo(50);
        assertThat(RetrySchedule.CUSTOMER.total().toHours()).isEqualTo(6);
    }

    @Test
    void httpIsTriedThreeTimesMore() {
        assertThat(seconds(RetrySchedule.HTTP)).containsExactly(20L, 20L, 20L);
    }

    @ParameterizedTest
    @EnumSource
    void everyCurveGrowsFromTheLeastToTheGreatestDelay(BackoffCurve curve) {
        List<Duration> delays = IntStream.range(0, 10)
                .mapToObj(i -> curve.delay(i, 10, Duration.ofSeconds(1), Duration.ofSeconds(60)))
                .toList();

        assertThat(delays).isSorted().doesNotHaveDuplicates();
        assertThat(delays.get(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(delays.get(9)).isEqualTo(Duration.ofSeconds(60));
        assertThat(curve.delay(0, 1, Duration.ofSeconds(1), Duration.ofSeconds(60)))
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(curve.delay(1, 3, Duration.ofSeconds(7), Duration.ofSeconds(7)))
                .isEqualTo(Duration.ofSeconds(7));
    }

    private static List<Long> seconds(RetrySchedule policy) {
        return IntStream.rangeClosed(1, policy.retries())
                .mapToObj(i -> policy.delayAfter(i).orElseThrow().toSeconds())
                .toList();
    }
}
