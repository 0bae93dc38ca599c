package io.packetboat.admin.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.packetboat.kernel.InvalidValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainValuesTest {

    @Test
    void numbersBecomeTheNarrowestKindThatHoldsThem() {
        Map<String, Object> values = PlainValues.java(
                "properties", object("{\"a\": 1, \"b\": 3000000000, \"c\": 1.5, \"d\": \"x\", \"e\": true}"));

        assertThat(values).isEqualTo(Map.of("a", 1, "b", 3_000_000_000L, "c", 1.5, "d", "x", "e", true));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"a\": null}", "{\"a\": []}", "{\"a\": {}}"})
    void otherKindsAreNamed(String json) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> PlainValues.java("properties", object(json)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("properties.a"));
    }

    @Test
    void everyValueOfAMessageCanBeShown() {
        Map<String, Object> values = Map.of("a", (byte) 1, "b", 1.5f, "c", Double.NaN, "d", new byte[] {1}, "e", "x");

        assertThat(PlainValues.json(values))
                .isEqualTo(
                        object("{\"a\": 1, \"b\": 1.5, \"c\": \"NaN\", \"d\": {\"base64\": \"AQ==\"}, \"e\": \"x\"}"));
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
