package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
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

    @Inject
    BrokerStart(EmbeddedBroker broker, QueueDirectory queues, QueueCleaning cleaning) {
        this.broker = broker;
        this.queues = queues;
        this.cleaning = cleaning;
    }

    void start() {
        broker.start(queues::recover);
    }

    void stop() {
        broker.stop();
        cleaning.stop();
    }

    Optional<Integer> port(String listener) {
        return broker.port(listener);
    }
}
