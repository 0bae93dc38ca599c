package io.packetboat.admin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {

    @Test
    void millisecondsStandBehindThePoint() {
        assertThat(Seconds.duration("delay", 1.5)).isEqualTo(Duration.ofMillis(1_500));
        assertThat(Seconds.of(Duration.ofMillis(1_500))).isEqualTo(1.5);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {-0.001, 1e10, Double.NaN, Double.POSITIVE_INFINITY})
    void whatNoDurationIsNamesTheField(double seconds) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Seconds.duration("delay", seconds))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("delay"));
    }

    @Test
    void positiveMeansAMillisecondAtLeast() {
        assertThat(Seconds.positive("delay", 0.001)).isEqualTo(Duration.ofMillis(1));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Seconds.positive("delay", 0.0001));
    }
}
