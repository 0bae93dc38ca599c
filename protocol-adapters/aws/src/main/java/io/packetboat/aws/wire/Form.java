package io.packetboat.aws.wire;

import io.packetboat.aws.operation.RequestRefused;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A form as a tree: {@code Attribute.1.Name=Policy} is the value at {@code Attribute}, {@code 1}, {@code Name}.
 *
 * <p>Built by one thread and only read afterwards. Bounded in number of parameters and in depth.
 */
final class Form {
    private static final int MAX_PARAMETERS = 10_000;
    private static final int MAX_DEPTH = 16;
    private static final int MAX_INDEX_DIGITS = 6;

    private final Map<String, Form> children = new LinkedHashMap<>();
    private @Nullable String value;

    /** Reads the parameters of the URL, then those of the body. */
    static Form parse(String query, byte[] body) {
        Form root = new Form();
        int read = root.add(query, 0);
        root.add(new String(body, StandardCharsets.ISO_8859_1), read);
        return root;
    }

    Optional<String> value() {
        return Optional.ofNullable(value);
    }

    Optional<Form> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    /** The children whose names are numbers, in the order of the numbers. */
    SortedMap<Integer, Form> numbered() {
        SortedMap<Integer, Form> numbered = new TreeMap<>();
        children.forEach((name, child) -> {
            if (isIndex(name)) {
                numbered.put(Integer.valueOf(name), child);
            }
        });
        return numbered;
    }

    private int add(String encoded, int before) {
        int read = before;
        int start = 0;
        while (start < encoded.length()) {
            int end = encoded.indexOf('&', start);
            int next = end < 0 ? encoded.length() : end;
            if (next > start) {
                if (++read > MAX_PARAMETERS) {
                    throw RequestRefused.malformed("The request has more than " + MAX_PARAMETERS + " parameters.");
                }
                add(encoded.substring(start, next));
            }
            start = next + 1;
        }
        return read;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = PercentCoding.decodeForm(equals < 0 ? pair : pair.substring(0, equals));
        at(name).value = equals < 0 ? "" : PercentCoding.decodeForm(pair.substring(equals + 1));
    }

    private Form at(String name) {
        Form form = this;
        int start = 0;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            int dot = name.indexOf('.', start);
            String part = dot < 0 ? name.substring(start) : name.substring(start, dot);
            form = form.children.computeIfAbsent(part, unused -> new Form());
            if (dot < 0) {
                return form;
            }
            start = dot + 1;
        }
        throw RequestRefused.malformed("A parameter's name has more than " + MAX_DEPTH + " parts.");
    }

    private static boolean isIndex(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_INDEX_DIGITS
                && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
