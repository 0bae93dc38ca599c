package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When queues were purged, as long as that matters.
 *
 * <p>Forgotten at a restart, as the limit spares a service and protects no data. One private lock.
 */
final class RecentPurges {
    static final Duration PAUSE = Duration.ofSeconds(60);

    private final Object lock = new Object();
    private final Map<QueueName, Instant> began = new HashMap<>();
    private final Clock clock;

    RecentPurges(Clock clock) {
        this.clock = clock;
    }

    void begin(QueueName queue) {
        Instant now = clock.instant();
        synchronized (lock) {
            began.values().removeIf(moment -> !now.isBefore(moment.plus(PAUSE)));
            if (began.putIfAbsent(queue, now) != null) {
                throw new PurgeInProgress(queue);
            }
        }
    }
}
