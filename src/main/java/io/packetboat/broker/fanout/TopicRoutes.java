package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.kernel.TopicName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The way of messages into topics: to native subscribers of every protocol, and into the topic's intake. */
public interface TopicRoutes {

    /**
     * Publishes in this order, all or nothing, with the marks that protect from duplicates. Never blocks. What is published
     * to one topic by one call after the other reaches each subscriber in that order.
     *
     * @return completes once everything is synced to disk; fails with {@code BrokerUnavailable} if it cannot be
     */
    CompletionStage<Void> publish(TopicName topic, List<MessageToPublish> messages);

    /**
     * What keeps the marks of messages that are to be published once: the topic's intake, made if it is not there. Fails
     * with {@code BrokerUnavailable}.
     */
    CompletionStage<DeliveryQueue> ledgerOf(TopicName topic);

    /** Whether producers are blocked for want of disk space. */
    boolean isDiskFull();
}
