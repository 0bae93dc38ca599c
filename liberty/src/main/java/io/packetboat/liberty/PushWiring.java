package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Desks;
import io.packetboat.fanout.NotificationCounts;
import io.packetboat.fanout.NotificationLinks;
import io.packetboat.gateway.FunctionPusher;
import io.packetboat.gateway.MailPusher;
import io.packetboat.gateway.MqttPusher;
import io.packetboat.gateway.TextMessagePusher;
import io.packetboat.push.Confirmations;
import io.packetboat.push.HostLookup;
import io.packetboat.push.HttpPusher;
import io.packetboat.push.HttpSender;
import io.packetboat.push.PushCourier;
import io.packetboat.push.Pushers;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.subscription.SubscriptionStore;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Who delivers notifications to endpoints that are no queues. */
@ApplicationScoped
class PushWiring {

    @Produces
    @Singleton
    HttpSender httpSender(Configuration configuration) {
        return new HttpSender(
                SnsSettings.endpointRules(configuration),
                HttpSender.PATIENCE,
                PushTrust.ofPlatform(),
                new HostLookup()::find);
    }

    @Produces
    @Singleton
    HttpPusher httpPusher(HttpSender sender, SubscriptionArns arns, TopicMemory topics) {
        return new HttpPusher(sender, arns, topics);
    }

    @Produces
    @Singleton
    Pushers pushers(
            HttpPusher http, MailPusher mail, FunctionPusher functions, TextMessagePusher texts, MqttPusher mqtt) {
        return new Pushers(List.of(http, mail, functions, texts, mqtt));
    }

    @Produces
    @Singleton
    Confirmations confirmations(
            NotificationSignature signature,
            NotificationLinks links,
            SubscriptionArns arns,
            TopicMemory topics,
            Clock clock) {
        return new Confirmations(signature, links, arns, topics, clock);
    }

    @Produces
    @Singleton
    PushCourier pushCourier(
            EmbeddedBroker broker,
            Desks desks,
            SubscriptionStore store,
            Pushers pushers,
            Confirmations confirmations,
            NotificationCounts counts,
            Clock clock) {
        return new PushCourier(broker, desks, store, pushers, confirmations, counts, clock);
    }
}
