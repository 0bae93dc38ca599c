package io.packetboat.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Adds records to the trail and lets go of those whose time is over.
 *
 * <p>A record is on disk when {@link #record} returns; where the store does not answer its failure is raised. Old records
 * go along the primary key, a bounded number with a new one now and then, so no timer and no long transaction is needed.
 * Safe for any number of threads.
 */
public final class AuditRecorder {
    private static final Duration CLEANING_PAUSE = Duration.ofMinutes(1);

    private final AuditStore store;
    private final AuditConfig config;
    private final Clock clock;
    private final AtomicReference<Instant> nextCleaning = new AtomicReference<>(Instant.MIN);

    public AuditRecorder(AuditStore store, AuditConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    void record(AuditRecord record) {
        store.append(record);
        Instant now = clock.instant();
        Instant due = nextCleaning.get();
        if (!now.isBefore(due) && nextCleaning.compareAndSet(due, now.plus(CLEANING_PAUSE))) {
            store.deleteBefore(now.minus(config.retention()));
        }
    }
}
