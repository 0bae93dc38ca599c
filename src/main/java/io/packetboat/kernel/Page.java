package io.packetboat.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/** One page of a list; {@code next} is the key to ask for the following page with, empty on the last one. */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The wanted page of entries that are held in memory, sorted by the key to page with. */
    public static <T> Page<T> of(NavigableMap<String, T> entries, PageRequest wanted) {
        List<T> items = new ArrayList<>();
        String last = "";
        for (Map.Entry<String, T> entry : entries.tailMap(wanted.after(), false).entrySet()) {
            if (items.size() == wanted.size()) {
                return new Page<>(items, Optional.of(last));
            }
            items.add(entry.getValue());
            last = entry.getKey();
        }
        return new Page<>(items, Optional.empty());
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
