package io.packetboat.audit;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A store that keeps records while the test runs. */
public final class InMemoryAuditStore implements AuditStore {
    private final List<AuditRecord> records = new ArrayList<>();

    /** All records, oldest first. */
    public synchronized List<AuditRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public synchronized void append(AuditRecord record) {
        records.add(record);
    }

    @Override
    public synchronized Page<AuditRecord> listNewestFirst(PageRequest page) {
        int end = page.after().isEmpty() ? records.size() : position(page.after());
        int start = Math.max(0, end - page.size());
        List<AuditRecord> items = new ArrayList<>(records.subList(start, end));
        Collections.reverse(items);
        return new Page<>(items, start == 0 ? Optional.empty() : Optional.of(Integer.toString(start)));
    }

    private static int position(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw new InvalidValue("after", "must be the key that the page before gave");
        }
    }

    @Override
    public synchronized int deleteBefore(Instant moment, int most) {
        int deleted = 0;
        Iterator<AuditRecord> oldestFirst = records.iterator();
        while (deleted < most && oldestFirst.hasNext()) {
            if (oldestFirst.next().time().isBefore(moment)) {
                oldestFirst.remove();
                deleted++;
            }
        }
        return deleted;
    }
}
