package io.packetboat.topic;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a FIFO topic keeps what is published to it.
 *
 * @param days 1 to 365
 * @param since when the topic began to keep messages
 */
public record ArchivePolicy(int days, Instant since) {
    private static final int MAX_DAYS = 365;

    public ArchivePolicy {
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidValue("archivePolicy", "must keep messages for 1 to " + MAX_DAYS + " days");
        }
    }

    /** From when on messages are there; this moves on with time. */
    public Instant beginning(Instant now) {
        Instant oldest = now.minus(Duration.ofDays(days));
        return oldest.isAfter(since) ? oldest : since;
    }

    ArchivePolicy withDays(int value) {
        return new ArchivePolicy(value, since);
    }
}
