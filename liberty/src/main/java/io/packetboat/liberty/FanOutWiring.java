package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Desks;
import io.packetboat.fanout.Courier;
import io.packetboat.fanout.Distribution;
import io.packetboat.fanout.Envelopes;
import io.packetboat.fanout.FanOut;
import io.packetboat.fanout.Intakes;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.fanout.PublishingDesks;
import io.packetboat.fanout.QueueCopies;
import io.packetboat.fanout.Subscribed;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.queue.QueueMemory;
import io.packetboat.subscription.SubscribedTopics;
import io.packetboat.subscription.Subscribers;
import io.packetboat.subscription.SubscriptionArns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How what is published comes to topics, and from there to SNS's subscriptions. */
@ApplicationScoped
class FanOutWiring {

    @Produces
    @Singleton
    SubscribedTopics subscribedTopics(EmbeddedBroker broker) {
        return new Intakes(broker.intakes());
    }

    @Produces
    @Singleton
    PublishingDesks publishingDesks(EmbeddedBroker broker, Desks desks, Clock clock) {
        return new PublishingDesks(broker.topicRoutes(), desks, clock);
    }

    @Produces
    @Singleton
    Courier courier() {
        return Courier.NONE;
    }

    @Produces
    @Singleton
    NotificationCounts notificationCounts() {
        return new NotificationCounts();
    }

    @Produces
    @Singleton
    Envelopes envelopes(Configuration configuration, IdentityConfig identity) {
        return new Envelopes(
                new SubscriptionArns(identity.region(), identity.account()),
                arn -> SnsSettings.publicUrl(configuration) + "/?Action=Unsubscribe&SubscriptionArn=" + arn);
    }

    @Produces
    @Singleton
    QueueCopies queueCopies(Envelopes envelopes, QueueMemory queues, Desks desks, Clock clock) {
        return new QueueCopies(envelopes, queues, desks, clock);
    }

    @Produces
    @Singleton
    FanOut fanOut(
            EmbeddedBroker broker,
            Subscribers subscribers,
            QueueCopies copies,
            Courier courier,
            NotificationCounts counts) {
        Distribution distribution = new Distribution(new Subscribed(subscribers), broker.deliveries(), copies, courier);
        return new FanOut(broker.intakes(), distribution, counts);
    }
}
