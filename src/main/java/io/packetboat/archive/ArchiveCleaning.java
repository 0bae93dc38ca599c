package io.packetboat.archive;

import io.packetboat.kernel.TopicName;
import java.time.Instant;

/** Deletes what was kept long enough, and what is kept of topics that have no archive any more. */
final class ArchiveCleaning {
    /** One transaction's share, so that others get their turn at the database. */
    private static final int BATCH = 500;

    private final Archives archives;

    ArchiveCleaning(Archives archives) {
        this.archives = archives;
    }

    void clean() {
        for (TopicName topic : archives.store().topics()) {
            // A subscription that is held back needs what is older, too.
            if (!archives.replays().anyRunning(topic)) {
                deleteBefore(topic, oldestOf(topic));
            }
        }
    }

    private Instant oldestOf(TopicName topic) {
        return archives.policyOf(topic)
                .map(policy -> policy.beginning(archives.now()))
                .orElse(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    private void deleteBefore(TopicName topic, Instant moment) {
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = archives.store().deleteBefore(topic, moment, BATCH);
        }
    }
}
