package io.packetboat.archive;

import io.packetboat.fanout.Archive;
import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.topic.ArchivePolicy;
import io.packetboat.topic.TopicAttributes;
import io.packetboat.topic.TopicMemory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The archives of all topics. A topic keeps messages while it has an archive policy, and while one of its subscriptions is
 * held back.
 */
public final class Archives implements Archive {
    private final ArchiveStore store;
    private final TopicMemory topics;
    private final Clock clock;
    private final ReplayMemory replays = new ReplayMemory();
    private final ConcurrentHashMap<TopicName, TopicArchive> archives = new ConcurrentHashMap<>();

    public Archives(ArchiveStore store, TopicMemory topics, Clock clock) {
        this.store = store;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public boolean keeps(TopicName topic) {
        return TopicAttributes.isFifo(topic) && (policyOf(topic).isPresent() || replays.anyRunning(topic));
    }

    @Override
    public List<ArchivePosition> keep(TopicName topic, List<Kept> messages) {
        return of(topic).keep(messages);
    }

    @Override
    public boolean isHeldBack(SubscriptionId subscription, ArchivePosition position) {
        return replays.isHeldBack(subscription, position);
    }

    Optional<ArchivePolicy> policyOf(TopicName topic) {
        return topics.find(topic).flatMap(found -> found.attributes().archive());
    }

    TopicArchive of(TopicName topic) {
        return archives.computeIfAbsent(topic, name -> new TopicArchive(name, store, clock));
    }

    ReplayMemory replays() {
        return replays;
    }

    ArchiveStore store() {
        return store;
    }

    Instant now() {
        return clock.instant();
    }
}
