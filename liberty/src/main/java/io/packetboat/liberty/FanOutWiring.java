package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.SubscribedTopics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How what is published comes to topics, and from there to SNS's subscriptions. */
@ApplicationScoped
class FanOutWiring {

    @Produces
    @Singleton
    SubscribedTopics subscribedTopics(EmbeddedBroker broker) {
        TopicIntakes intakes = broker.intakes();
        return new SubscribedTopics() {
            @Override
            public void begin(TopicName topic) {
                intakes.open(topic);
            }

            @Override
            public void end(TopicName topic) {
                intakes.close(topic);
            }
        };
    }
}
