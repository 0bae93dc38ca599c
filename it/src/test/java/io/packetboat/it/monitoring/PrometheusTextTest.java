package io.packetboat.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusTextTest {

    @Test
    void wellFormedTextIsReadWithItsLabelsSorted() {
        PrometheusText text = PrometheusText.parse("# HELP a help\n# TYPE a gauge\na{z=\"1\",b=\"x\\\"y\",} 2.5\n");

        assertThat(text.value("a{b=\"x\\\"y\",z=\"1\"}")).isEqualTo(2.5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    no type             | a 1;
                    a series twice      | # TYPE a gauge;a 1;a 1;
                    a split family      | # TYPE a gauge;a 1;# TYPE b gauge;b 1;# TYPE a gauge;
                    no number           | # TYPE a gauge;a one;
                    an open label       | # TYPE a gauge;a{b="c} 1;
                    an unknown type     | # TYPE a meter;a 1;
                    an unfinished line  | # TYPE a gauge;a 1
                    """)
    void malformedTextFails(String defect, String lines) {
        assertThatThrownBy(() -> PrometheusText.parse(lines.replace(';', '\n')))
                .as(defect)
                .isInstanceOfAny(AssertionError.class, NumberFormatException.class);
    }
}
