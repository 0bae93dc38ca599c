package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Desks;
import io.packetboat.queue.QueueCleaning;
import io.packetboat.queue.QueueDirectory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The broker together with what must be in order before its first client, and end after its last. */
@Dependent
class BrokerStart {
    private final EmbeddedBroker broker;
    private final QueueDirectory queues;
    private final QueueCleaning cleaning;
    private final Desks desks;

    @Inject
    BrokerStart(EmbeddedBroker broker, QueueDirectory queues, QueueCleaning cleaning, Desks desks) {
        this.broker = broker;
        this.queues = queues;
        this.cleaning = cleaning;
        this.desks = desks;
    }

    void start() {
        broker.start(queues::recover);
        desks.start();
    }

    void stop() {
        desks.stop();
        broker.stop();
        cleaning.stop();
    }

    Optional<Integer> port(String listener) {
        return broker.port(listener);
    }
}
