package io.packetboat.it.crash;

import static org.awaitility.Awaitility.await;

import io.packetboat.it.PacketboatServer;
import java.time.Duration;
import java.util.List;

/**
 * Consumes everything that is there, with consumers alone.
 *
 * <p>Done is when the broker counts nothing any more and nothing has come for a while: its count of a queue that pages is
 * rebuilt in the background after a start, and a client hears of its last message a moment after the queue is empty.
 */
final class Drain {
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final PacketboatServer server;
    private final History history;

    Drain(PacketboatServer server, History history) {
        this.server = server;
        this.history = history;
    }

    /** Returns what ended early, as {@link Load#early()}. */
    List<String> empty(List<String> queues, List<Lane> consumers) throws Exception {
        Load load = Load.of(server, consumers);
        load.awaitWorking();
        try (CoreQueues counts = new CoreQueues(server)) {
            int seen = -1;
            while (seen != history.size()) {
                seen = history.size();
                await("empty: " + queues).atMost(WITHIN).until(() -> areEmpty(counts, queues));
                await("quiet").pollDelay(QUIET).atMost(WITHIN).until(() -> areEmpty(counts, queues));
            }
        }
        load.stop();
        return load.early();
    }

    private static boolean areEmpty(CoreQueues counts, List<String> queues) throws Exception {
        for (String queue : queues) {
            if (counts.depth(queue) > 0) {
                return false;
            }
        }
        return true;
    }
}
