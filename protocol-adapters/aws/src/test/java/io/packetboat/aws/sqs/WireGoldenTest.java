package io.packetboat.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.aws.golden.GoldenFile;
import io.packetboat.aws.golden.TestingWire;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes over the wire for each action, byte by byte, as the golden files beside this class have it. */
class WireGoldenTest {
    private static final List<String> ACTIONS = List.of(
            "ChangeMessageVisibility",
            "ChangeMessageVisibilityBatch",
            "DeleteMessage",
            "DeleteMessageBatch",
            "ReceiveMessage",
            "SendMessage",
            "SendMessageBatch");

    private final TestingWire wire = new TestingWire(TestingSqs.api());

    static Stream<Arguments> exchanges() {
        return GoldenFile.exchanges(WireGoldenTest.class, ACTIONS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsTheGoldenFileSays(String name, String action, GoldenFile.Exchange exchange) {
        assertThat(wire.answer(action, exchange)).isEqualTo(exchange.answer());
    }
}
