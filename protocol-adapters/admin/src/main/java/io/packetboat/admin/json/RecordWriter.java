package io.packetboat.admin.json;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A record as an object: an empty Optional is absent, an instant is ISO-8601 in UTC, maps are sorted by key. */
final class RecordWriter {
    private RecordWriter() {}

    static JsonObject write(Record thing) {
        JsonObjectBuilder object = JsonValues.object();
        WrittenRecord type = WrittenRecord.of(thing.getClass());
        type.variant().ifPresent(name -> object.add(Variants.FIELD, name));
        for (WrittenRecord.Part part : type.parts()) {
            Object value = part.valueIn(thing);
            if (value instanceof Optional<?> optional) {
                optional.ifPresent(present -> object.add(part.name(), json(present)));
            } else {
                object.add(part.name(), json(value));
            }
        }
        return object.build();
    }

    private static JsonValue json(Object value) {
        if (value instanceof JsonValue ready) {
            return ready;
        }
        if (value instanceof String || value instanceof Instant) {
            return JsonValues.text(value.toString());
        }
        if (value instanceof Number number) {
            return JsonValues.number(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Record thing) {
            return write(thing);
        }
        if (value instanceof List<?> list) {
            JsonArrayBuilder array = JsonValues.array();
            list.forEach(element -> array.add(json(element)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JsonValues.object();
            new TreeMap<>(map).forEach((key, entry) -> object.add(key.toString(), json(entry)));
            return object.build();
        }
        throw new IllegalStateException("no writer for fields of " + value.getClass());
    }
}
