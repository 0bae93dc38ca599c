package io.packetboat.figure;

import io.packetboat.broker.BrokerObserver;
import io.packetboat.broker.BrokerOperation;
import java.util.Optional;

/**
 * Tells whoever publishes figures one by one that queues came or went.
 *
 * <p>What is subscribed runs on the broker's own threads, so it only takes note and returns.
 */
public final class QueueChanges implements BrokerObserver {
    private volatile Runnable subscribed = () -> {};

    /** From now on this runs at each change, in place of what was subscribed before. */
    public void subscribe(Runnable note) {
        subscribed = note;
    }

    @Override
    public void queueCreated(String address, String queue, BrokerOperation.Routing routing, Optional<String> user) {
        subscribed.run();
    }

    @Override
    public void queueDeleted(String address, String queue, BrokerOperation.Routing routing, Optional<String> user) {
        subscribed.run();
    }
}
