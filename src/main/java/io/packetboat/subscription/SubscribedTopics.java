package io.packetboat.subscription;

import io.packetboat.kernel.TopicName;

/**
 * Hears which topics have confirmed subscriptions, so that their messages are kept for them from that moment on.
 *
 * <p>Called in turn, with the topic there; may block, and may be told the same again.
 */
public interface SubscribedTopics {

    /**
     * The topic has subscriptions now. What is published after the return must reach them.
     *
     * @throws io.packetboat.kernel.PacketboatException if that cannot be; the subscriber is told that it failed
     */
    void begin(TopicName topic);

    /** The topic has no subscription left. */
    void end(TopicName topic);
}
