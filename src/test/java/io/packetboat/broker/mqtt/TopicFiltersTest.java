package io.packetboat.broker.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFiltersTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"a/b, a/b", "$share/team/a/b, a/b", "$share/team, $share/team", "$sys/x, $sys/x"})
    void aShareIsTakenOff(String filter, String topic) {
        assertThat(TopicFilters.withoutShare(filter)).isEqualTo(topic);
    }
}
