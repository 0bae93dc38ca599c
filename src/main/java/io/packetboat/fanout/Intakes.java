package io.packetboat.fanout;

import io.packetboat.broker.fanout.TopicIntakes;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.SubscribedTopics;
import io.packetboat.topic.TopicAttributes;

/** Gives a topic its intake while it has subscriptions; a FIFO topic keeps it, since it holds what came lately. */
public final class Intakes implements SubscribedTopics {
    private final TopicIntakes intakes;

    public Intakes(TopicIntakes intakes) {
        this.intakes = intakes;
    }

    @Override
    public void begin(TopicName topic) {
        intakes.open(topic);
    }

    @Override
    public void end(TopicName topic) {
        if (!TopicAttributes.isFifo(topic)) {
            intakes.close(topic);
        }
    }
}
