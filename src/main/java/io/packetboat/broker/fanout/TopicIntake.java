package io.packetboat.broker.fanout;

import io.packetboat.kernel.TopicName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What is published to one topic, kept until it is handed on. Safe for any number of threads. */
public interface TopicIntake {

    TopicName topic();

    /** Offers on after the reader said no. */
    void offerMore();

    /**
     * Takes a message out and puts the copies into their queues, all of it or nothing.
     *
     * <p>The copies are read before it returns. What is handed on by one call after the other joins the queues in that order. May write to page and large-message
     * files. If the stage fails, the message is back in its place and will be offered again.
     *
     * @return completes once everything is synced to disk; fails with {@code BrokerUnavailable} or {@code BrokerRefusal}
     */
    CompletionStage<Void> handOn(HeldPublication publication, List<QueueCopy> copies);

    /** Returns messages that were taken to their places, as if they never had been. */
    void putBack(List<HeldPublication> publications);
}
