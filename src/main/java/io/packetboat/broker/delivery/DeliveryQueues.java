package io.packetboat.broker.delivery;

import io.packetboat.kernel.QueueName;
import java.util.Optional;
import java.util.function.Consumer;

/** The queues of the running broker that take part: anycast, neither temporary nor internal. */
public interface DeliveryQueues {

    /**
     * The queue of this name; always the same object for the same queue.
     *
     * @throws io.packetboat.broker.BrokerUnavailable while the broker does not run
     */
    Optional<DeliveryQueue> find(QueueName name);

    /**
     * Names who takes care of queues with messages that were in flight when the broker stopped: it is told of each such
     * queue, now and later, once, and attaches a reader to it, which hears of the messages.
     */
    void whenRestored(Consumer<DeliveryQueue> reader);

    /** Whether producers are blocked for want of disk space. */
    boolean isDiskFull();
}
