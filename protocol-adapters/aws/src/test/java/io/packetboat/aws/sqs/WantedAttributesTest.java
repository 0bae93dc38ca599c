package io.packetboat.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageAttributes.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedAttributesTest {
    private static final MessageAttributes ALL = new MessageAttributes(
            Map.of("bar", Text.string("1"), "bar.one", Text.string("2"), "foo", Text.string("3")));

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource({"All,bar;bar.one;foo", ".*,bar;bar.one;foo", "bar.*,bar;bar.one", "bar,bar", "ba,''", "'',''"})
    void namesAndPrefixesPickAttributes(String pattern, String shown) {
        WantedAttributes wanted = new WantedAttributes(Set.of(), pattern.isEmpty() ? List.of() : List.of(pattern));

        assertThat(wanted.of(ALL).values().keySet())
                .containsExactlyInAnyOrderElementsOf(shown.isEmpty() ? List.of() : List.of(shown.split(";")));
    }
}
