package io.packetboat.broker;

import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Things by name, in the order of their names, found by name or by a part of it. Safe for any number of threads, without
 * a lock.
 */
final class NamedThings<T> {
    /** How many names one page looks at, so that a part that is in none of them costs milliseconds, however many there are. */
    static final int LOOKED_AT = 100_000;

    private final ConcurrentSkipListMap<String, Entry<T>> byName = new ConcurrentSkipListMap<>();
    private final int lookedAt;

    /** @param searched the name in lower case; the very same text where it is so anyhow */
    private record Entry<T>(T thing, String searched) {}

    NamedThings() {
        this(LOOKED_AT);
    }

    NamedThings(int lookedAt) {
        this.lookedAt = lookedAt;
    }

    void put(String name, T thing) {
        byName.put(name, new Entry<>(thing, name.toLowerCase(Locale.ROOT)));
    }

    void remove(String name) {
        byName.remove(name);
    }

    /** Removes the name if it is this very thing's. */
    void remove(String name, T thing) {
        byName.computeIfPresent(name, (same, entry) -> entry.thing == thing ? null : entry);
    }

    @Nullable
    T get(String name) {
        Entry<T> entry = byName.get(name);
        return entry == null ? null : entry.thing;
    }

    /** Counted as things come and go, so asking costs nothing. */
    int size() {
        return byName.size();
    }

    /** A page of the names that begin with a prefix. */
    Page<String> names(String prefix, PageRequest page) {
        return names(prefix, page, name -> true);
    }

    /** The same of those that are wanted; looks at all of them until the page is full. */
    Page<String> names(String prefix, PageRequest page, Predicate<String> wanted) {
        boolean begun = page.after().compareTo(prefix) >= 0;
        List<String> names = new ArrayList<>();
        for (String name : byName.tailMap(begun ? page.after() : prefix, !begun).keySet()) {
            if (!name.startsWith(prefix)) {
                break;
            }
            if (!wanted.test(name)) {
                continue;
            }
            if (names.size() == page.size()) {
                return new Page<>(names, Optional.of(names.get(names.size() - 1)));
            }
            names.add(name);
        }
        return new Page<>(names, Optional.empty());
    }

    /** A page of all. */
    <S> Page<S> page(PageRequest page, Function<T, S> state) {
        return page("", page, state);
    }

    /**
     * A page of those whose name contains a part, whatever its case. It ends early after many names that do not, and tells
     * where to go on.
     */
    <S> Page<S> page(String part, PageRequest page, Function<T, S> state) {
        String wanted = part.toLowerCase(Locale.ROOT);
        List<S> items = new ArrayList<>();
        String last = "";
        int left = lookedAt;
        for (Map.Entry<String, Entry<T>> entry :
                byName.tailMap(page.after(), false).entrySet()) {
            boolean fits = entry.getValue().searched.contains(wanted);
            if (left-- == 0 || fits && items.size() == page.size()) {
                return new Page<>(items, Optional.of(last));
            }
            if (fits) {
                items.add(state.apply(entry.getValue().thing));
            }
            last = entry.getKey();
        }
        return new Page<>(items, Optional.empty());
    }
}
