package io.packetboat.admin.json;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The members of a closed family of records, told apart in JSON by a field of their own. */
final class Variants {
    /** The field whose text is the record's name in lower case. */
    static final String FIELD = "type";

    private Variants() {}

    static String nameOf(Class<?> variant) {
        return variant.getSimpleName().toLowerCase(Locale.ROOT);
    }

    static List<String> names(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .map(Variants::nameOf)
                .toList();
    }

    static Optional<Class<?>> named(Class<?> family, String name) {
        return Arrays.<Class<?>>stream(family.getPermittedSubclasses())
                .filter(variant -> nameOf(variant).equals(name))
                .findFirst();
    }

    /** Whether the record is one of a closed family and therefore carries the field. */
    static boolean isVariant(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }
}
