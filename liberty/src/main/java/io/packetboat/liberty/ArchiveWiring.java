package io.packetboat.liberty;

import io.packetboat.archive.ArchiveStore;
import io.packetboat.archive.Archives;
import io.packetboat.archive.ReplayStore;
import io.packetboat.archive.Replayer;
import io.packetboat.archive.Replays;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.fanout.Distribution;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.fanout.Redelivery;
import io.packetboat.store.Database;
import io.packetboat.store.JdbcArchiveStore;
import io.packetboat.store.JdbcReplayStore;
import io.packetboat.subscription.SubscribedTopics;
import io.packetboat.subscription.SubscriptionStore;
import io.packetboat.topic.TopicDirectory;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What FIFO topics keep, and who is given it again. */
@ApplicationScoped
class ArchiveWiring {

    @Produces
    @Singleton
    ArchiveStore archiveStore(Database database) {
        return new JdbcArchiveStore(database);
    }

    @Produces
    @Singleton
    ReplayStore replayStore(Database database) {
        return new JdbcReplayStore(database);
    }

    @Produces
    @Singleton
    Archives archives(ArchiveStore store, TopicMemory topics, Clock clock) {
        return new Archives(store, topics, clock);
    }

    @Produces
    @Singleton
    Replays replays(
            Archives archives,
            ReplayStore store,
            SubscribedTopics subscribed,
            TopicDirectory topics,
            Configuration configuration) {
        Replays replays = new Replays(archives, store, subscribed, configuration.value(SnsSettings.MAX_REPLAYS));
        topics.observe(replays);
        return replays;
    }

    @Produces
    @Singleton
    Replayer replayer(
            Replays replays,
            SubscriptionStore subscriptions,
            EmbeddedBroker broker,
            Distribution distribution,
            NotificationCounts counts) {
        return new Replayer(replays, subscriptions, new Redelivery(broker.intakes(), distribution, counts));
    }
}
