package io.packetboat.broker.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When messages came, told by their numbers, which only grow.
 *
 * <p>A message came between the two notes around its number; its sender's timestamp is believed within these bounds and not
 * beyond, so that a wrong clock or none does no harm. Notes become sparser with age, by one part in {@value #PRECISION}, and
 * a few hundred of them tell of years.
 */
public final class Arrivals {
    private static final int PRECISION = 60;

    private final TreeMap<Long, Long> notes = new TreeMap<>();

    /** Everything of a lower number came before this moment, everything of a higher one after it. */
    public synchronized void note(long number, Instant moment) {
        notes.put(number, moment.toEpochMilli());
    }

    /**
     * When a message came.
     *
     * @param timestamp what its sender says, in milliseconds; 0 for nothing
     */
    synchronized Instant cameAt(long number, long timestamp, Instant now) {
        Map.Entry<Long, Long> before = notes.floorEntry(number);
        Map.Entry<Long, Long> after = notes.higherEntry(number);
        long latest = after == null ? now.toEpochMilli() : after.getValue();
        if (before == null || timestamp <= 0) {
            return Instant.ofEpochMilli(latest);
        }
        return Instant.ofEpochMilli(Math.max(before.getValue(), Math.min(timestamp, latest)));
    }

    /** Drops notes that are closer together than their age asks for; the numbers of those. */
    public synchronized List<Long> thin(Instant now) {
        List<Long> dropped = new ArrayList<>();
        long kept = Long.MIN_VALUE;
        for (Iterator<Map.Entry<Long, Long>> all = notes.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Long, Long> note = all.next();
            long age = now.toEpochMilli() - note.getValue();
            boolean close = kept != Long.MIN_VALUE && note.getValue() - kept < age / PRECISION;
            if (close && all.hasNext()) {
                dropped.add(note.getKey());
                all.remove();
            } else {
                kept = note.getValue();
            }
        }
        return dropped;
    }
}
