package io.packetboat.liberty;

import io.packetboat.archive.Archives;
import io.packetboat.aws.endpoint.AwsEndpoint;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Desks;
import io.packetboat.fanout.Distribution;
import io.packetboat.fanout.Envelopes;
import io.packetboat.fanout.FanOut;
import io.packetboat.fanout.Intakes;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.fanout.NotificationLinks;
import io.packetboat.fanout.PublishingDesks;
import io.packetboat.fanout.QueueCopies;
import io.packetboat.fanout.QueueDeliveries;
import io.packetboat.fanout.Signatures;
import io.packetboat.fanout.Subscribed;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.push.PushCourier;
import io.packetboat.queue.QueueMemory;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.subscription.DeliveryReports;
import io.packetboat.subscription.SubscribedTopics;
import io.packetboat.subscription.Subscribers;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Provider;
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
    NotificationCounts notificationCounts() {
        return new NotificationCounts();
    }

    @Produces
    @Singleton
    SubscriptionArns subscriptionArns(IdentityConfig identity) {
        return new SubscriptionArns(identity.region(), identity.account());
    }

    /** @param endpoint looked up when a link is made: it needs everything that makes links */
    @Produces
    @Singleton
    NotificationLinks notificationLinks(Configuration configuration, Provider<AwsEndpoint> endpoint) {
        return new NotificationLinks(
                SnsSettings.publicUrl(configuration, () -> endpoint.get().port()));
    }

    @Produces
    @Singleton
    Envelopes envelopes(
            SubscriptionArns arns, NotificationLinks links, NotificationSignature signature, TopicMemory topics) {
        return new Envelopes(arns, links, new Signatures(signature, links, topics::signatureVersionOf));
    }

    @Produces
    @Singleton
    QueueCopies queueCopies(Envelopes envelopes, QueueMemory queues, Desks desks, Clock clock) {
        return new QueueCopies(envelopes, queues, desks, clock);
    }

    @Produces
    @Singleton
    QueueDeliveries queueDeliveries(EmbeddedBroker broker, Clock clock) {
        return new QueueDeliveries(broker.intakes()::waiting, clock);
    }

    @Produces
    @Singleton
    Distribution distribution(
            EmbeddedBroker broker,
            Subscribers subscribers,
            QueueCopies copies,
            PushCourier courier,
            Archives archives,
            QueueDeliveries deliveries) {
        return new Distribution(
                new Subscribed(subscribers), broker.deliveries(), copies, courier, archives, deliveries);
    }

    @Produces
    @Singleton
    FanOut fanOut(EmbeddedBroker broker, Distribution distribution, NotificationCounts counts) {
        return new FanOut(broker.intakes(), distribution, counts);
    }

    @Produces
    @Singleton
    DeliveryReports deliveryReports(QueueDeliveries queues, PushCourier courier) {
        return subscription ->
                courier.status(subscription.id()).or(() -> queues.of(subscription.id(), subscription.topic()));
    }
}
