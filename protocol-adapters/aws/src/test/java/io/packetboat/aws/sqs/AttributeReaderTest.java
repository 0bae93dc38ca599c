package io.packetboat.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.aws.operation.RequestRefused;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c.9", "Awsome", "amazon"})
    void takesNamesThatSqsAllows(String name) {
        assertThat(read("{\"%s\":{\"DataType\":\"String\",\"StringValue\":\"v\"}}".formatted(name)))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", ".a", "a.", "a..b", "AWS.a", "Amazon.a", "aws.a"})
    void refusesNamesThatSqsDoesNotAllow(String name) {
        assertRefused("{\"%s\":{\"DataType\":\"String\",\"StringValue\":\"v\"}}".formatted(name), "ttribute name");
    }

    @Test
    void refusesANameOf257Characters() {
        assertRefused(
                "{\"%s\":{\"DataType\":\"String\",\"StringValue\":\"v\"}}".formatted("n".repeat(257)),
                "Length of message attribute name");
    }

    @Test
    void refusesElevenAttributes() {
        String eleven = IntStream.range(0, 11)
                .mapToObj("\"a%d\":{\"DataType\":\"String\",\"StringValue\":\"v\"}"::formatted)
                .collect(Collectors.joining(",", "{", "}"));

        assertRefused(eleven, "Number of message attributes [11] exceeds the allowed maximum [10].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3.14", "1E126", "-1e-128", "12345678901234567890123456789012345678"})
    void takesNumbersOf38Digits(String number) {
        assertThat(read("{\"n\":{\"DataType\":\"Number\",\"StringValue\":\"%s\"}}".formatted(number)))
                .isEqualTo("n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"one", "1,5", "0x1", "1E127", "1E-129", "1E2147483648", "123456789012345678901234567890123456789"
            })
    void refusesWhatIsNoNumber(String number) {
        assertRefused(
                "{\"n\":{\"DataType\":\"Number\",\"StringValue\":\"%s\"}}".formatted(number),
                "Can't cast the value of message (user) attribute 'n' to a number.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no type | {\"StringValue\":\"v\"} | must contain non-empty message attribute type",
                "unknown type | {\"DataType\":\"Text\",\"StringValue\":\"v\"} | supported type prefixes",
                "a type that begins like one | {\"DataType\":\"Stringy\",\"StringValue\":\"v\"} | supported type prefixes",
                "an empty label | {\"DataType\":\"String.\",\"StringValue\":\"v\"} | label",
                "no value | {\"DataType\":\"String\"} | non-empty message attribute value",
                "an empty value | {\"DataType\":\"String\",\"StringValue\":\"\"} | non-empty message attribute value",
                "an empty binary value | {\"DataType\":\"Binary\",\"BinaryValue\":\"\"} | non-empty message attribute value",
                "text as binary | {\"DataType\":\"String\",\"BinaryValue\":\"AAA=\"} | must use field 'StringValue'",
                "binary as text | {\"DataType\":\"Binary\",\"StringValue\":\"v\"} | must use field 'BinaryValue'",
                "a character of no XML | {\"DataType\":\"String\",\"StringValue\":\"\\u0001\"} | Invalid binary character"
            })
    void refusesValuesThatDoNotFitTheirType(String name, String attribute, String message) {
        assertRefused("{\"a\":" + attribute + "}", message);
    }

    @Test
    void refusesSystemAttributesOtherThanTheTraceHeader() {
        assertThatThrownBy(() -> AttributeReader.traceHeader(TestingParameters.json(
                        "{\"MessageSystemAttributes\":{\"Other\":{\"DataType\":\"String\",\"StringValue\":\"v\"}}}")))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("Message system attribute name 'Other' is invalid");
    }

    private static String read(String attributes) {
        return String.join(
                ",",
                AttributeReader.attributes(TestingParameters.json("{\"MessageAttributes\":" + attributes + "}"))
                        .values()
                        .keySet());
    }

    private static void assertRefused(String attributes, String message) {
        assertThatThrownBy(() -> read(attributes))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining(message);
    }
}
