package io.packetboat.liberty;

import io.packetboat.gateway.FunctionPusher;
import io.packetboat.gateway.MailPusher;
import io.packetboat.gateway.MqttPusher;
import io.packetboat.gateway.TextMessagePusher;
import io.packetboat.push.HttpSender;
import io.packetboat.subscription.SubscriptionArns;
import io.packetboat.topic.TopicMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The gateways by which notifications leave for mail, functions, telephones and other brokers. */
@ApplicationScoped
class GatewayWiring {

    @Produces
    @Singleton
    MailPusher mail(Configuration configuration, TopicMemory topics, Clock clock) {
        return new MailPusher(
                SmtpSettings.config(configuration),
                topic -> topics.find(topic)
                        .map(found -> found.attributes().displayName())
                        .orElse(""),
                PushTrust.ofPlatform(),
                clock);
    }

    @Produces
    @Singleton
    FunctionPusher functions(Configuration configuration, HttpSender sender, SubscriptionArns arns) {
        return new FunctionPusher(GatewaySettings.lambda(configuration), sender, arns);
    }

    @Produces
    @Singleton
    TextMessagePusher textMessages(Configuration configuration, HttpSender sender) {
        return new TextMessagePusher(GatewaySettings.textMessages(configuration), sender);
    }

    @Produces
    @Singleton
    MqttPusher mqtt(Configuration configuration) {
        return new MqttPusher(configuration.value(GatewaySettings.MQTT_BROKERS), PushTrust.ofPlatform());
    }
}
