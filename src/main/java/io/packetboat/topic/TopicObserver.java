package io.packetboat.topic;

import io.packetboat.kernel.TopicName;

/** Hears of topics that are gone, with all of their subscriptions. Called in turn, must not fail. */
@FunctionalInterface
public interface TopicObserver {
    void topicDeleted(TopicName name);
}
