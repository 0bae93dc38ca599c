package io.packetboat.fanout;

import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.subscription.Subscribers;
import io.packetboat.subscription.Subscription;

/** Those who subscribed through SNS. */
public record Subscribed(Subscribers subscribers) implements Audience {

    @Override
    public Iterable<Subscription> matching(TopicName topic, MessageAttributes attributes, String body) {
        return subscribers.matching(topic, attributes, body);
    }

    @Override
    public long count(TopicName topic) {
        return subscribers.count(topic);
    }
}
