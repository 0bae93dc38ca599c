package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Desks;
import io.packetboat.queue.MoveLedger;
import io.packetboat.queue.QueueCleaning;
import io.packetboat.queue.QueueDirectory;
import io.packetboat.subscription.SubscriptionDirectory;
import io.packetboat.topic.TopicDirectory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The broker together with what must be in order before its first client, and end after its last. */
@Dependent
class BrokerStart {
    private final EmbeddedBroker broker;
    private final QueueDirectory queues;
    private final TopicDirectory topics;
    private final SubscriptionDirectory subscriptions;
    private final QueueCleaning cleaning;
    private final Desks desks;
    private final MoveLedger moves;

    @Inject
    BrokerStart(
            EmbeddedBroker broker,
            QueueDirectory queues,
            TopicDirectory topics,
            SubscriptionDirectory subscriptions,
            QueueCleaning cleaning,
            Desks desks,
            MoveLedger moves) {
        this.broker = broker;
        this.queues = queues;
        this.topics = topics;
        this.subscriptions = subscriptions;
        this.cleaning = cleaning;
        this.desks = desks;
        this.moves = moves;
    }

    void start() {
        broker.start(this::recover);
        desks.start();
        moves.resume();
    }

    private void recover() {
        queues.recover();
        topics.recover();
        subscriptions.recover();
    }

    void stop() {
        moves.stop();
        desks.stop();
        broker.stop();
        cleaning.stop();
    }

    Optional<Integer> port(String listener) {
        return broker.port(listener);
    }
}
