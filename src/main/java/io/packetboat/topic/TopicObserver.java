package io.packetboat.topic;

import io.packetboat.kernel.TopicName;

/** Hears of topics as SNS defines them. Called in turn, while no topic changes. */
@FunctionalInterface
public interface TopicObserver {

    /** The topic is gone, with all of its subscriptions. Must not fail. */
    void topicDeleted(TopicName name);

    /**
     * The topic has these attributes now, and may have had them before. If this fails, so does the command that changed
     * them, and it is called again before the next one.
     */
    default void topicDefined(TopicDefinition topic) {}
}
