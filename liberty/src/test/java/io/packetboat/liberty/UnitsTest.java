package io.packetboat.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"200us, PT0.0002S", "5ms, PT0.005S", "30s, PT30S", "2m, PT2M", "1h, PT1H", "14d, PT336H"})
    void durationsCarryTheirUnit(String text, Duration expected) {
        assertThat(Units.duration(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1} bytes")
    @CsvSource({"7B, 7", "1KiB, 1024", "20MiB, 20971520", "1GiB, 1073741824", "2TiB, 2199023255552"})
    void sizesCarryTheirUnit(String text, long expected) {
        assertThat(Units.size(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "30", "s", "-1s", "1.5s", "30 s", "30S", "1week"})
    void aDurationWithoutAProperUnitIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.duration(text));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "20", "20MB", "-1MiB", "1e3B"})
    void aSizeWithoutAProperUnitIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.size(text));
    }

    @Test
    void aTildeIsTheUsersHome() {
        assertThat(Units.directory("~/.packetboat")).isEqualTo(Path.of(System.getenv("HOME"), ".packetboat"));
    }

    @Test
    void aRelativeDirectoryIsRefusedBecauseItWouldDependOnWhereTheServerWasStarted() {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.directory("data"));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"0", "65536", "amqp", "", "1 "})
    void aNumberOutsideItsBoundsIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.integer(1, 65_535).apply(text));
    }
}
