package io.packetboat.fanout;

import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.subscription.Subscription;

/** Who is subscribed. */
public interface Audience {

    /**
     * The confirmed subscriptions of a topic whose filter policy lets this message pass, each once. May read the database,
     * also while they are iterated over.
     *
     * @throws io.packetboat.kernel.PacketboatException if it cannot be told now
     */
    Iterable<Subscription> matching(TopicName topic, MessageAttributes attributes, String body);

    /** How many confirmed subscriptions the topic has. */
    long count(TopicName topic);
}
