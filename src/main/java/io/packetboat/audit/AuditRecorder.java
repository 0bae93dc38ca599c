package io.packetboat.audit;

import io.packetboat.kernel.Caller;
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
    private static final int DELETED_AT_ONCE = 1_000;

    private final AuditStore store;
    private final AuditConfig config;
    private final Clock clock;
    private final AtomicReference<Instant> nextCleaning = new AtomicReference<>(Instant.MIN);

    public AuditRecorder(AuditStore store, AuditConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Records what the caller did where no facade's command did it, such as the node itself at its first start. */
    public void recordDone(Caller caller, String action, String subject) {
        record(new AuditRecord(
                clock.instant(),
                caller.user().value(),
                caller.source(),
                caller.door(),
                action,
                subject,
                AuditRecord.Outcome.SUCCEEDED,
                ""));
    }

    void record(AuditRecord record) {
        store.append(record);
        Instant now = clock.instant();
        Instant due = nextCleaning.get();
        if (!now.isBefore(due) && nextCleaning.compareAndSet(due, now.plus(CLEANING_PAUSE))) {
            int deleted = store.deleteBefore(now.minus(config.retention()), DELETED_AT_ONCE);
            if (deleted == DELETED_AT_ONCE) {
                // More is left than one record may wait for; the next one goes on.
                nextCleaning.set(now);
            }
        }
    }
}
