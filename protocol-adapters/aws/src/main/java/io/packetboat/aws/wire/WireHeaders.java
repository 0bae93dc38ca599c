package io.packetboat.aws.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headers of a request in their order, found by their name in any case. Immutable once built. */
public final class WireHeaders {
    private final List<String> names;
    private final List<String> values;
    private final long length;

    private WireHeaders(List<String> names, List<String> values, long length) {
        this.names = names;
        this.values = values;
        this.length = length;
    }

    /** Starts with none. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first header of this lower-case name. */
    public Optional<String> first(String name) {
        int index = names.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(values.get(index));
    }

    /** The first header of this lower-case name, or an empty text. */
    public String firstOrEmpty(String name) {
        int index = names.indexOf(name);
        return index < 0 ? "" : values.get(index);
    }

    /** All headers of this lower-case name, in their order. */
    public List<String> all(String name) {
        List<String> found = new ArrayList<>(1);
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                found.add(values.get(i));
            }
        }
        return found;
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** How many there are. */
    public int count() {
        return names.size();
    }

    /** How many characters names and values have together. */
    public long length() {
        return length;
    }

    /** Collects headers as they come. */
    public static final class Builder {
        private final List<String> names = new ArrayList<>(16);
        private final List<String> values = new ArrayList<>(16);
        private long length;

        public Builder add(String name, String value) {
            names.add(name.toLowerCase(Locale.ROOT));
            values.add(value);
            length += name.length() + value.length();
            return this;
        }

        public WireHeaders build() {
            return new WireHeaders(names, values, length);
        }
    }
}
