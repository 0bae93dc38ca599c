package io.packetboat.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.TopicName;
import io.packetboat.topic.TopicAttributeChange.Archive;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivePolicyTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final TopicAttributes FIFO = TopicAttributes.defaultsOf(new TopicName("orders.fifo"));
    private static final TopicAttributes STANDARD = TopicAttributes.defaultsOf(new TopicName("prices"));

    @Test
    void anArchiveBeginsWithItsPolicyAndMovesOnAsMessagesGrowOld() {
        ArchivePolicy policy = new ArchivePolicy(2, NOON);

        assertThat(policy.beginning(NOON.plus(Duration.ofDays(1)))).isEqualTo(NOON);
        assertThat(policy.beginning(NOON.plus(Duration.ofDays(3)))).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 366, -1})
    void messagesAreKeptForADayToAYear(int days) {
        assertThatThrownBy(() -> new ArchivePolicy(days, NOON)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void anotherNumberOfDaysKeepsWhatIsThere() {
        TopicAttributes archived = new Archive(Optional.of(30)).applyTo(FIFO, NOON);

        TopicAttributes longer = new Archive(Optional.of(60)).applyTo(archived, NOON.plusSeconds(1));

        assertThat(longer.archive()).contains(new ArchivePolicy(60, NOON));
        assertThat(new Archive(Optional.empty()).applyTo(longer, NOON)).isEqualTo(FIFO);
    }

    @Test
    void standardTopicsKeepNothing() {
        assertThatThrownBy(() -> new Archive(Optional.of(1)).applyTo(STANDARD, NOON))
                .isInstanceOf(TopicRefused.class)
                .hasMessage("Invalid parameter: Attributes Reason: ArchivePolicy can only be set on FIFO topics");
        assertThat(new Archive(Optional.empty()).applyTo(STANDARD, NOON)).isEqualTo(STANDARD);
    }
}
