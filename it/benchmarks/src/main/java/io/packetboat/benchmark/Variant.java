package io.packetboat.benchmark;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A way of starting the server that is compared with others.
 *
 * @param name for the table
 * @param environment variables beyond the usual ones
 * @param jvmOptions behind the shipped ones, so that they win
 */
record Variant(String name, Map<String, String> environment, List<String> jvmOptions) {
    /** What an option begins with; everything else is a variable. */
    private static final String OPTION = "-";

    Variant {
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** Reads {@code name}, or {@code name=-XX:+UseSerialGC,MALLOC_ARENA_MAX=2}: options and variables by commas. */
    static Variant parse(String text) {
        int end = text.indexOf('=');
        if (end < 0) {
            return new Variant(text, Map.of(), List.of());
        }
        List<String> parts = Arrays.asList(text.substring(end + 1).split(",", -1));
        Predicate<String> isOption = part -> part.startsWith(OPTION);
        Map<String, String> environment = new LinkedHashMap<>();
        parts.stream().filter(isOption.negate()).forEach(variable -> put(variable, environment));
        return new Variant(
                text.substring(0, end),
                environment,
                parts.stream().filter(isOption).toList());
    }

    private static void put(String variable, Map<String, String> environment) {
        int equals = variable.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("Neither a JVM option nor NAME=value: " + variable);
        }
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
}
