package io.packetboat.admin.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.figure.Family;
import io.packetboat.figure.Sample;
import io.packetboat.figure.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextFormatTest {

    @Test
    void aFamilyIsWrittenWithItsMeaningTypeAndSamples() {
        Family family = new Family(
                "packetboat_queue_messages_added_total",
                "Messages routed to the queue",
                Family.Kind.COUNTER,
                List.of(labelled("orders", 10), labelled("(other)", 0)));

        assertThat(TextFormat.of(new Snapshot(List.of(family)))).isEqualTo("""
                # HELP packetboat_queue_messages_added_total Messages routed to the queue
                # TYPE packetboat_queue_messages_added_total counter
                packetboat_queue_messages_added_total{queue="orders"} 10.0
                packetboat_queue_messages_added_total{queue="(other)"} 0.0
                """);
    }

    @Test
    void aFigureWithoutLabelHasNoBraces() {
        Family family = new Family("packetboat_topics", "Topics", Family.Kind.GAUGE, List.of(unlabelled(3)));

        assertThat(TextFormat.of(new Snapshot(List.of(family)))).endsWith("\npacketboat_topics 3.0\n");
    }

    @Test
    void namesOfQueuesCannotBreakTheFormat() {
        Family family = new Family("f", "Help", Family.Kind.GAUGE, List.of(labelled("a\"b\\c\nd", 1)));

        assertThat(TextFormat.of(new Snapshot(List.of(family)))).contains("f{queue=\"a\\\"b\\\\c\\nd\"} 1.0\n");
    }

    private static Sample labelled(String queue, double value) {
        return new Sample(Optional.of(new Sample.Label("queue", queue)), value);
    }

    private static Sample unlabelled(double value) {
        return new Sample(Optional.empty(), value);
    }
}
