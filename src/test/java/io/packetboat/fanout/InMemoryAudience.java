package io.packetboat.fanout;

import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.subscription.Subscription;
import java.util.List;

/** Subscriptions without filter policies. */
record InMemoryAudience(List<Subscription> subscriptions) implements Audience {

    @Override
    public List<Subscription> matching(TopicName topic, MessageAttributes attributes, String body) {
        return subscriptions.stream()
                .filter(subscription -> subscription.topic().equals(topic))
                .toList();
    }

    @Override
    public long count(TopicName topic) {
        return matching(topic, MessageAttributes.NONE, "").size();
    }
}
