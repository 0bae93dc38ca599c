package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Desks;
import io.packetboat.fanout.FanOut;
import io.packetboat.queue.MoveLedger;
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
    private final Desks desks;
    private final MoveLedger moves;
    private final FanOut fanOut;

    @Inject
    BrokerStart(
            EmbeddedBroker broker,
            Definitions definitions,
            QueueCleaning cleaning,
            Desks desks,
            MoveLedger moves,
            FanOut fanOut) {
        this.broker = broker;
        this.definitions = definitions;
        this.cleaning = cleaning;
        this.desks = desks;
        this.moves = moves;
        this.fanOut = fanOut;
    }

    void start() {
        broker.start(definitions::recover);
        desks.start();
        moves.resume();
        fanOut.start();
    }

    void stop() {
        fanOut.stop();
        moves.stop();
        desks.stop();
        broker.stop();
        cleaning.stop();
    }

    Optional<Integer> port(String listener) {
        return broker.port(listener);
    }
}
