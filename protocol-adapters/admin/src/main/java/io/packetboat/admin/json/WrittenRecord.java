package io.packetboat.admin.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the writer must know of a class of records, looked up once for each: reflection copies everything it is asked, and
 * a page of a list asks for every entry.
 *
 * @param variant what the record is called within its closed family, if it is of one
 */
record WrittenRecord(Optional<String> variant, List<Part> parts) {
    private static final ClassValue<WrittenRecord> KNOWN = new ClassValue<>() {
        @Override
        protected WrittenRecord computeValue(Class<?> type) {
            return new WrittenRecord(
                    Optional.of(type).filter(Variants::isVariant).map(Variants::nameOf),
                    Arrays.stream(type.getRecordComponents()).map(Part::of).toList());
        }
    };

    /** One component of the record, by its name in JSON. */
    record Part(String name, Method accessor) {
        private static Part of(RecordComponent component) {
            return new Part(component.getName(), component.getAccessor());
        }

        Object valueIn(Record thing) {
            try {
                return accessor.invoke(thing);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(thing.getClass().getName() + " is no public record", e);
            }
        }
    }

    static WrittenRecord of(Class<? extends Record> type) {
        return KNOWN.get(type);
    }
}
