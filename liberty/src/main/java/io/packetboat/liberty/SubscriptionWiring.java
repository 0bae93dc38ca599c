package io.packetboat.liberty;

import io.packetboat.archive.Replays;
import io.packetboat.store.Database;
import io.packetboat.store.JdbcSubscriptionStore;
import io.packetboat.subscription.ExpiredSubscriptions;
import io.packetboat.subscription.PushEndpoints;
import io.packetboat.subscription.SubscribedTopics;
import io.packetboat.subscription.Subscribers;
import io.packetboat.subscription.SubscriptionDirectory;
import io.packetboat.subscription.SubscriptionStore;
import io.packetboat.topic.TopicDirectory;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** SNS's subscriptions, and who delivers to them. */
@ApplicationScoped
class SubscriptionWiring {

    @Produces
    @Singleton
    SubscriptionStore store(Database database) {
        return new JdbcSubscriptionStore(database);
    }

    @Produces
    @Singleton
    Subscribers subscribers(SubscriptionStore store) {
        return new Subscribers(store);
    }

    @Produces
    @Singleton
    SubscriptionDirectory.Topics topics(TopicDirectory directory, TopicMemory memory) {
        return new SubscriptionDirectory.Topics(directory, memory);
    }

    @Produces
    @Singleton
    SubscriptionDirectory.Delivery delivery(SubscribedTopics subscribed, PushEndpoints push, Replays replays) {
        return new SubscriptionDirectory.Delivery(subscribed, push, replays);
    }

    @Produces
    @Singleton
    SubscriptionDirectory directory(
            SubscriptionDirectory.Topics topics,
            SubscriptionStore store,
            Subscribers subscribers,
            SubscriptionDirectory.Delivery delivery,
            Configuration configuration,
            Clock clock) {
        return new SubscriptionDirectory(
                topics, store, subscribers, delivery, SnsSettings.limits(configuration), clock);
    }

    @Produces
    @Singleton
    ExpiredSubscriptions expiredSubscriptions(SubscriptionDirectory directory) {
        return new ExpiredSubscriptions(directory);
    }
}
