package io.packetboat.liberty;

import io.packetboat.archive.Replayer;
import io.packetboat.delivery.Desks;
import io.packetboat.fanout.FanOut;
import io.packetboat.push.PushCourier;
import io.packetboat.queue.MoveLedger;
import io.packetboat.subscription.ExpiredSubscriptions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** What works while the broker runs; stops in the opposite order. */
@Dependent
class BrokerWorkers {
    private final List<Worker> inOrder;

    /** Each half is called once. */
    private record Worker(Runnable start, Runnable stop) {}

    @Inject
    BrokerWorkers(
            Desks desks,
            MoveLedger moves,
            PushCourier push,
            ExpiredSubscriptions expired,
            Replayer replayer,
            FanOut fanOut) {
        this.inOrder = List.of(
                new Worker(desks::start, desks::stop),
                new Worker(moves::resume, moves::stop),
                new Worker(push::start, push::stop),
                new Worker(expired::start, expired::stop),
                new Worker(replayer::start, replayer::stop),
                new Worker(fanOut::start, fanOut::stop));
    }

    void start() {
        inOrder.forEach(worker -> worker.start().run());
    }

    void stop() {
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            inOrder.get(i).stop().run();
        }
    }
}
