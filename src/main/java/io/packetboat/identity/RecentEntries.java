package io.packetboat.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of bounded size that drops what was used longest ago. Not safe for threads: its owner locks. */
final class RecentEntries<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int bound;

    RecentEntries(int bound) {
        super(16, 0.75f, true);
        this.bound = bound;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > bound;
    }
}
