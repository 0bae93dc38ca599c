package io.packetboat.admin.message;

import io.packetboat.admin.json.JsonValues;
import io.packetboat.kernel.InvalidValue;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The values of properties, maps and lists: JSON's own kinds, and bytes as an object with one field. */
final class PlainValues {
    private static final String BYTES = "base64";

    private PlainValues() {}

    static JsonObject json(Map<String, Object> values) {
        JsonObjectBuilder object = JsonValues.object();
        new TreeMap<>(values).forEach((name, value) -> object.add(name, json(value)));
        return object.build();
    }

    static JsonValue json(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return JsonValues.number(number);
        }
        if (value instanceof byte[] bytes) {
            String text = Base64.getEncoder().encodeToString(bytes);
            return JsonValues.object().add(BYTES, text).build();
        }
        // Strings, and what JSON has no number for: NaN and the infinities.
        return JsonValues.text(value.toString());
    }

    /** Strings, booleans and numbers, these as the narrowest of int, long and double, for JMS narrows none itself. */
    static Map<String, Object> java(String field, JsonObject values) {
        Map<String, Object> java = new HashMap<>();
        values.forEach((name, value) -> java.put(name, java(field + "." + name, value)));
        return java;
    }

    private static Object java(String field, JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case TRUE -> true;
            case FALSE -> false;
            case NUMBER -> number((JsonNumber) value);
            case ARRAY, OBJECT, NULL -> throw new InvalidValue(field, "must be a string, a number or a boolean");
        };
    }

    private static Object number(JsonNumber number) {
        try {
            long whole = number.bigDecimalValue().longValueExact();
            return whole == (int) whole ? (Object) (int) whole : (Object) whole;
        } catch (ArithmeticException e) {
            return number.doubleValue();
        }
    }
}
