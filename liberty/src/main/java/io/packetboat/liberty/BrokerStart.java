package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.queue.QueueCleaning;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The broker together with what must be in order before its first client, and end after its last. */
@Dependent
class BrokerStart {
    private final EmbeddedBroker broker;
    private final Definitions definitions;
    private final QueueCleaning cleaning;
    private final BrokerWorkers workers;

    @Inject
    BrokerStart(EmbeddedBroker broker, Definitions definitions, QueueCleaning cleaning, BrokerWorkers workers) {
        this.broker = broker;
        this.definitions = definitions;
        this.cleaning = cleaning;
        this.workers = workers;
    }

    void start() {
        broker.start(definitions::recover);
        workers.start();
    }

    void stop() {
        workers.stop();
        broker.stop();
        cleaning.stop();
    }

    Optional<Integer> port(String listener) {
        return broker.port(listener);
    }
}
