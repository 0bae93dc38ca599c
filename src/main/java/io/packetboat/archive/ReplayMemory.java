package io.packetboat.archive;

import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.SubscriptionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** All replays as they are now. Safe for any number of threads. */
final class ReplayMemory {
    private final ConcurrentHashMap<SubscriptionId, Replay> replays = new ConcurrentHashMap<>();

    Optional<Replay> find(SubscriptionId subscription) {
        return Optional.ofNullable(replays.get(subscription));
    }

    boolean isHeldBack(SubscriptionId subscription, ArchivePosition position) {
        Replay replay = replays.get(subscription);
        return replay != null && replay.holdsBack(position);
    }

    boolean anyRunning(TopicName topic) {
        return replays.values().stream()
                .anyMatch(replay -> replay.isRunning() && replay.topic().equals(topic));
    }

    List<Replay> list(Predicate<Replay> which) {
        return replays.values().stream().filter(which).toList();
    }

    void put(Replay replay) {
        replays.put(replay.subscription(), replay);
    }

    void delete(SubscriptionId subscription) {
        replays.remove(subscription);
    }
}
