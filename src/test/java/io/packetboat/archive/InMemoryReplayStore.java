package io.packetboat.archive;

import io.packetboat.subscription.SubscriptionId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A store that keeps replays while the test runs. */
final class InMemoryReplayStore implements ReplayStore {
    private final Map<SubscriptionId, Replay> replays = new TreeMap<>();

    @Override
    public synchronized List<Replay> load() {
        return List.copyOf(replays.values());
    }

    @Override
    public synchronized void put(Replay replay) {
        replays.put(replay.subscription(), replay);
    }

    @Override
    public synchronized void delete(SubscriptionId subscription) {
        replays.remove(subscription);
    }
}
