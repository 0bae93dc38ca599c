package io.packetboat.admin.json;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PacketboatException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds a record of an object; {@link InvalidValue} names the field that is unknown, missing or of a wrong kind. */
final class RecordReader {
    /** What is repeated of a field's name that the client made up. */
    private static final int MAX_NAME = 100;

    private RecordReader() {}

    /** @param path names the object within the body, empty for the body itself */
    static <T> T read(Class<T> type, JsonObject object, String path) {
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(components, object, path);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(value(component, object.get(component.getName()), path + component.getName()));
        }
        return create(type, components, values);
    }

    private static void refuseUnknown(RecordComponent[] components, JsonObject object, String path) {
        Set<String> known =
                Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        for (String field : new TreeSet<>(object.keySet())) {
            if (!known.contains(field)) {
                throw new InvalidValue(path + shortened(field), "is not known here");
            }
        }
    }

    private static String shortened(String field) {
        return field.length() > MAX_NAME ? field.substring(0, MAX_NAME) : field;
    }

    private static Object value(RecordComponent component, @Nullable JsonValue value, String path) {
        Type type = component.getGenericType();
        if (value == null || value == JsonValue.NULL) {
            return FieldType.absent(type).orElseThrow(() -> new InvalidValue(path, "is missing"));
        }
        return FieldType.of(type).read(value, path);
    }

    private static <T> T create(Class<T> type, RecordComponent[] components, List<Object> values) {
        Class<?>[] signature =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getConstructor(signature).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof PacketboatException refused) {
                throw refused;
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " is no public record", e);
        }
    }
}
