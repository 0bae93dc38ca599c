package io.packetboat.push;

import io.packetboat.subscription.DeliveryReport;
import io.packetboat.subscription.DeliveryReport.Problem;
import java.time.Instant;
import java.util.Optional;

/** Counts what became of messages and attempts. Safe for any number of threads. */
final class PushRecord {
    private long delivered;
    private long failed;
    private long deadLettered;
    private long attemptsFailed;
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<Problem> lastError = Optional.empty();
    private Optional<Instant> retryAt = Optional.empty();

    synchronized void delivered() {
        delivered++;
    }

    /** A notification or a question was taken. */
    synchronized void succeeded(Instant now) {
        lastSuccess = Optional.of(now);
        retryAt = Optional.empty();
    }

    synchronized void attemptFailed(Instant now, String why, Optional<Instant> retry) {
        attemptsFailed++;
        lastError = Optional.of(new Problem(now, why));
        retryAt = retry;
    }

    synchronized void deadLettered() {
        deadLettered++;
    }

    synchronized void failed() {
        failed++;
    }

    synchronized DeliveryReport status(boolean down, long backlog) {
        return new DeliveryReport(
                delivered, failed, deadLettered, attemptsFailed, lastSuccess, lastError, retryAt, down, backlog);
    }
}
