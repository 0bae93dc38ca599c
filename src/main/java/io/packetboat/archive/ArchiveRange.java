package io.packetboat.archive;

import io.packetboat.fanout.ArchivePosition;
import java.time.Instant;

/**
 * Some of what a topic keeps.
 *
 * @param after the place before the first one
 * @param through the place of the last one
 * @param from when the oldest was published
 * @param until when the newest was published
 */
public record ArchiveRange(ArchivePosition after, ArchivePosition through, Instant from, Instant until) {
    private static final Instant ALWAYS = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Everything between two places. */
    static ArchiveRange between(ArchivePosition after, ArchivePosition through) {
        return new ArchiveRange(after, through, ALWAYS, NEVER);
    }
}
