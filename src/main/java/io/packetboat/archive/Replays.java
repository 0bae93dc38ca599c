package io.packetboat.archive;

import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.DescribedReplay;
import io.packetboat.subscription.ReplayLimitReached;
import io.packetboat.subscription.ReplayPolicy;
import io.packetboat.subscription.ReplayStatus;
import io.packetboat.subscription.SubscribedTopics;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.SubscriptionRefused;
import io.packetboat.subscription.SubscriptionReplays;
import io.packetboat.topic.ArchivePolicy;
import io.packetboat.topic.TopicDefinition;
import io.packetboat.topic.TopicObserver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Begins and ends replays; the {@link Replayer} carries them out. Safe for any number of threads. */
public final class Replays implements SubscriptionReplays, TopicObserver {
    private static final Logger LOG = System.getLogger(Replays.class.getName());

    /** The beginning of an archive moves on while somebody asks for it and then for a replay. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Archives archives;
    private final ReplayStore store;
    private final SubscribedTopics subscribed;
    private final int limit;
    private final Set<SubscriptionId> begun = ConcurrentHashMap.newKeySet();
    private volatile Consumer<SubscriptionId> worker = subscription -> {};

    /** @param limit how many replays may go on at the same time */
    public Replays(Archives archives, ReplayStore store, SubscribedTopics subscribed, int limit) {
        this.archives = archives;
        this.store = store;
        this.subscribed = subscribed;
        this.limit = limit;
    }

    Archives archives() {
        return archives;
    }

    /**
     * Reads what a stop interrupted; from now on the worker is told of each replay that has to go on.
     *
     * @param isSubscribed a replay is begun before its subscription is there, and forgotten after it
     */
    void resume(Predicate<SubscriptionId> isSubscribed, Consumer<SubscriptionId> newWorker) {
        for (Replay replay : store.load()) {
            archives.replays().put(replay);
            if (!isSubscribed.test(replay.subscription())) {
                forget(replay.subscription());
            } else if (archives.policyOf(replay.topic()).isEmpty()) {
                fail(replay.subscription());
            }
        }
        worker = newWorker;
        archives.replays().list(Replay::isRunning).forEach(replay -> newWorker.accept(replay.subscription()));
    }

    @Override
    public Optional<Instant> beginningOf(TopicDefinition topic) {
        return topic.attributes().archive().map(policy -> policy.beginning(archives.now()));
    }

    @Override
    public void require(TopicDefinition topic, ReplayPolicy policy) {
        Instant now = archives.now();
        ArchivePolicy archive =
                topic.attributes().archive().orElseThrow(() -> refused("Topic does not have an ArchivePolicy"));
        if (policy.starting().isAfter(now)
                || policy.starting().isBefore(archive.beginning(now).minus(GRACE))) {
            throw refused("Invalid StartingPoint value");
        }
        if (policy.ending().filter(now::isBefore).isPresent()) {
            throw refused("Invalid EndingPoint value");
        }
        if (archives.replays().list(Replays::isWantedStill).size() >= limit) {
            throw new ReplayLimitReached(limit);
        }
    }

    private static SubscriptionRefused refused(String why) {
        return new SubscriptionRefused("ReplayPolicy: " + why);
    }

    private static boolean isWantedStill(Replay replay) {
        return replay.isRunning() && replay.policy().isPresent();
    }

    @Override
    public void begin(Subscription subscription, ReplayPolicy policy) {
        TopicArchive archive = archives.of(subscription.topic());
        archive.whileReplaysRest(() -> archive.whileNothingIsAdded(last -> {
            ArchivePosition first = archives.replays()
                    .find(subscription.id())
                    .map(former -> former.firstMissing(last))
                    .orElseGet(() -> new ArchivePosition(last.value() + 1));
            return put(new Replay(
                    subscription.id(),
                    subscription.topic(),
                    UUID.randomUUID().toString(),
                    Optional.of(policy),
                    first,
                    new ArchivePosition(0),
                    Optional.empty(),
                    false));
        }));
        begun.remove(subscription.id());
        worker.accept(subscription.id());
    }

    Replay put(Replay replay) {
        store.put(replay);
        archives.replays().put(replay);
        return replay;
    }

    @Override
    public void stop(SubscriptionId subscription) {
        change(subscription, Replay::stopped);
    }

    private void fail(SubscriptionId subscription) {
        change(subscription, replay -> isWantedStill(replay) ? replay.failing() : replay);
    }

    private void change(SubscriptionId subscription, UnaryOperator<Replay> change) {
        archives.replays()
                .find(subscription)
                .ifPresent(known -> archives.of(known.topic())
                        .whileReplaysRest(
                                () -> archives.replays().find(subscription).map(now -> put(change.apply(now)))));
    }

    @Override
    public void forget(SubscriptionId subscription) {
        archives.replays()
                .find(subscription)
                .ifPresent(known -> archives.of(known.topic()).whileReplaysRest(() -> {
                    archives.replays().delete(subscription);
                    begun.remove(subscription);
                    store.delete(subscription);
                    return known;
                }));
    }

    void beginsToGive(SubscriptionId subscription) {
        begun.add(subscription);
    }

    @Override
    public Optional<DescribedReplay> find(SubscriptionId subscription) {
        return archives.replays()
                .find(subscription)
                .flatMap(replay -> replay.policy().map(policy -> new DescribedReplay(policy, statusOf(replay))));
    }

    private ReplayStatus statusOf(Replay replay) {
        if (replay.failed()) {
            return ReplayStatus.FAILED;
        }
        if (!replay.isRunning()) {
            return ReplayStatus.COMPLETED;
        }
        return begun.contains(replay.subscription()) ? ReplayStatus.IN_PROGRESS : ReplayStatus.PENDING;
    }

    /** A topic that keeps messages needs them from whoever publishes, also while nobody is subscribed. */
    @Override
    public void topicDefined(TopicDefinition topic) {
        if (topic.attributes().archive().isPresent()) {
            subscribed.begin(topic.name());
        } else if (topic.isFifo()) {
            of(topic.name()).forEach(replay -> fail(replay.subscription()));
        }
    }

    private Iterable<Replay> of(TopicName topic) {
        return archives.replays().list(replay -> replay.topic().equals(topic));
    }

    @Override
    public void topicDeleted(TopicName name) {
        try {
            of(name).forEach(replay -> forget(replay.subscription()));
        } catch (PacketboatException e) {
            LOG.log(Level.WARNING, "Replays of a deleted topic are forgotten at the next start: topic=" + name, e);
        }
    }
}
