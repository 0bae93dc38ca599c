package io.packetboat.admin.json;

import io.packetboat.kernel.InvalidValue;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a record's component of a given type is read from JSON. */
@FunctionalInterface
interface FieldType {

    /** Raises {@link InvalidValue} with the path when the value is of another kind. */
    Object read(JsonValue value, String path);

    /** What a component of this type holds when its field is absent; empty when it must not be. */
    static Optional<Object> absent(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class
                ? Optional.of(Optional.empty())
                : Optional.empty();
    }

    static FieldType of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return (value, path) -> RecordReader.read(plain, object(value, path), path + ".");
        }
        if (type instanceof Class<?> plain && plain.isSealed()) {
            return (value, path) -> variant(plain, object(value, path), path);
        }
        return plain(type);
    }

    private static FieldType plain(Type type) {
        if (type == String.class) {
            return FieldType::text;
        }
        if (type == int.class || type == Integer.class) {
            return FieldType::wholeNumber;
        }
        if (type == long.class || type == Long.class) {
            return FieldType::longNumber;
        }
        if (type == double.class || type == Double.class) {
            return FieldType::number;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FieldType::flag;
        }
        if (type == Instant.class) {
            return FieldType::instant;
        }
        if (type == JsonObject.class) {
            return FieldType::object;
        }
        throw new IllegalStateException("no reader for fields of " + type);
    }

    private static FieldType generic(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        FieldType element = of(arguments[arguments.length - 1]);
        if (type.getRawType() == Optional.class) {
            return (value, path) -> Optional.of(element.read(value, path));
        }
        if (type.getRawType() == List.class) {
            return (value, path) -> list(element, value, path);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return (value, path) -> map(element, value, path);
        }
        throw new IllegalStateException("no reader for fields of " + type);
    }

    private static List<Object> list(FieldType element, JsonValue value, String path) {
        if (!(value instanceof JsonArray array)) {
            throw new InvalidValue(path, "must be a list");
        }
        List<Object> list = new ArrayList<>();
        for (JsonValue entry : array) {
            list.add(element.read(entry, path + "[" + list.size() + "]"));
        }
        return list;
    }

    private static Map<String, Object> map(FieldType element, JsonValue value, String path) {
        Map<String, Object> map = new LinkedHashMap<>();
        object(value, path).forEach((key, entry) -> map.put(key, element.read(entry, path + "." + key)));
        return map;
    }

    /** One of a closed family; {@code type} tells which, by the record's name in lower case. */
    private static Object variant(Class<?> family, JsonObject object, String path) {
        Map<String, JsonValue> fields = new LinkedHashMap<>(object);
        JsonValue name = fields.remove(Variants.FIELD);
        if (name == null) {
            throw new InvalidValue(path + "." + Variants.FIELD, "is missing");
        }
        Class<?> variant = Variants.named(family, text(name, path + "." + Variants.FIELD))
                .orElseThrow(() -> new InvalidValue(
                        path + "." + Variants.FIELD, "must be one of " + String.join(", ", Variants.names(family))));
        return RecordReader.read(variant, Json.createObjectBuilder(fields).build(), path + ".");
    }

    private static JsonObject object(JsonValue value, String path) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new InvalidValue(path, "must be an object");
    }

    private static String text(JsonValue value, String path) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new InvalidValue(path, "must be a string");
    }

    private static Boolean flag(JsonValue value, String path) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY, OBJECT, STRING, NUMBER, NULL -> throw new InvalidValue(path, "must be true or false");
        };
    }

    private static Integer wholeNumber(JsonValue value, String path) {
        long number = longNumber(value, path);
        if (number != (int) number) {
            throw new InvalidValue(path, "is too large or too small");
        }
        return (int) number;
    }

    private static Long longNumber(JsonValue value, String path) {
        if (!(value instanceof JsonNumber number)) {
            throw new InvalidValue(path, "must be a number");
        }
        try {
            return number.bigDecimalValue().longValueExact();
        } catch (ArithmeticException e) {
            throw new InvalidValue(path, "must be a whole number of at most 64 bits");
        }
    }

    private static Double number(JsonValue value, String path) {
        if (!(value instanceof JsonNumber number) || Double.isInfinite(number.doubleValue())) {
            throw new InvalidValue(path, "must be a number");
        }
        return number.doubleValue();
    }

    private static Instant instant(JsonValue value, String path) {
        try {
            return Instant.parse(text(value, path));
        } catch (DateTimeException e) {
            throw new InvalidValue(path, "must be a time like 2026-01-31T12:00:00Z");
        }
    }
}
