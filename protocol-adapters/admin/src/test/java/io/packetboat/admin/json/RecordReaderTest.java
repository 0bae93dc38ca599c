package io.packetboat.admin.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.packetboat.kernel.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {
    public record Order(
            String name,
            int count,
            Optional<Long> size,
            Optional<Boolean> urgent,
            Optional<Double> weight,
            Optional<Instant> due,
            Optional<List<Line>> lines,
            Optional<Map<String, String>> labels,
            Optional<Shape> shape) {

        public Order {
            if (name.isEmpty()) {
                throw new InvalidValue("name", "must not be empty");
            }
        }
    }

    public record Line(String article) {}

    public sealed interface Shape {}

    public record Circle(int radius) implements Shape {}

    public record Square(int side) implements Shape {}

    @Test
    void readsEveryKindOfField() {
        Order order = read("""
                {"name": "é", "count": 3, "size": 9000000000, "urgent": true, "weight": 1.5,
                 "due": "2026-01-31T12:00:00Z", "lines": [{"article": "x"}], "labels": {"a": "b"},
                 "shape": {"type": "circle", "radius": 2}}""");

        assertThat(order)
                .isEqualTo(new Order(
                        "é",
                        3,
                        Optional.of(9_000_000_000L),
                        Optional.of(true),
                        Optional.of(1.5),
                        Optional.of(Instant.parse("2026-01-31T12:00:00Z")),
                        Optional.of(List.of(new Line("x"))),
                        Optional.of(Map.of("a", "b")),
                        Optional.of(new Circle(2))));
    }

    @Test
    void takesAbsentAndNullForNoValue() {
        Order order = read("{\"name\": \"a\", \"count\": 3, \"size\": null}");

        assertThat(order.size()).isEmpty();
        assertThat(order.lines()).isEmpty();
    }

    @Test
    void readsWhatTheWriterWrote() {
        Order order = read("{\"name\": \"a\", \"count\": 3, \"shape\": {\"type\": \"square\", \"side\": 1}}");

        assertThat(read(RecordWriter.write(order).toString())).isEqualTo(order);
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"count": 1}                                                | name
            {"name": null, "count": 1}                                  | name
            {"name": "a", "count": 1, "colour": "red"}                  | colour
            {"name": 1, "count": 1}                                     | name
            {"name": "", "count": 1}                                    | name
            {"name": "a", "count": "1"}                                 | count
            {"name": "a", "count": 1.5}                                 | count
            {"name": "a", "count": 1e100000}                            | count
            {"name": "a", "count": 3000000000}                          | count
            {"name": "a", "count": 1, "urgent": "yes"}                  | urgent
            {"name": "a", "count": 1, "weight": "1"}                    | weight
            {"name": "a", "count": 1, "due": "tomorrow"}                | due
            {"name": "a", "count": 1, "lines": {}}                      | lines
            {"name": "a", "count": 1, "lines": [{"article": 1}]}        | lines[0].article
            {"name": "a", "count": 1, "lines": [{}]}                    | lines[0].article
            {"name": "a", "count": 1, "lines": [{"article": "", "x": 1}]} | lines[0].x
            {"name": "a", "count": 1, "labels": {"a": 1}}               | labels.a
            {"name": "a", "count": 1, "shape": {"radius": 1}}           | shape.type
            {"name": "a", "count": 1, "shape": {"type": "line"}}        | shape.type
            {"name": "a", "count": 1, "shape": {"type": "square", "radius": 1}} | shape.radius
            """)
    void namesTheFieldAtFault(String json, String field) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> read(json))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "\"a\"",
                "{",
                "{\"name\": \"a\"",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{} {}",
                "{name: 1}"
            })
    void refusesWhatIsNotOneObject(String json) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> read(json));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "{\"name\": \"é\", \"count\": 1}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> JsonText.parse(latin));
    }

    @Test
    void refusesNestingThatWouldOverflowTheStack() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);

        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> read(deep));
    }

    @Test
    void repeatsOnlyTheStartOfALongUnknownField() {
        String json = "{\"name\": \"a\", \"count\": 1, \"" + "x".repeat(100_000) + "\": 1}";

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> read(json))
                .satisfies(refused -> assertThat(refused.field()).hasSize(100));
    }

    private static Order read(String json) {
        return RecordReader.read(Order.class, JsonText.parse(json.getBytes(StandardCharsets.UTF_8)), "");
    }
}
