package io.packetboat.broker.delivery;

import io.packetboat.kernel.QueueName;
import java.util.List;
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

    /** The queues that accepted messages shortly before the broker stopped, and still know which. */
    List<DeliveryQueue> withRestoredDeduplication();

    /** Names who is told when a queue is deleted that somebody found before, on a thread that must not be held up. */
    void whenDeleted(Consumer<DeliveryQueue> listener);

    /** Whether producers are blocked for want of disk space. */
    boolean isDiskFull();
}
