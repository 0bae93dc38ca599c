package io.packetboat.liberty;

import io.packetboat.queue.QueueDirectory;
import io.packetboat.subscription.SubscriptionDirectory;
import io.packetboat.topic.TopicDirectory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What the database and the broker hold together. */
@Dependent
class Definitions {
    private final QueueDirectory queues;
    private final TopicDirectory topics;
    private final SubscriptionDirectory subscriptions;

    @Inject
    Definitions(QueueDirectory queues, TopicDirectory topics, SubscriptionDirectory subscriptions) {
        this.queues = queues;
        this.topics = topics;
        this.subscriptions = subscriptions;
    }

    /** Finishes what was left half done, before the first client comes. */
    void recover() {
        queues.recover();
        topics.recover();
        subscriptions.recover();
    }
}
