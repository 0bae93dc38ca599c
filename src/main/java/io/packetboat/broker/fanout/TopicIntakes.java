package io.packetboat.broker.fanout;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The intakes of topics in the running broker, and the internal queues that are filled from them. */
public interface TopicIntakes {
    /** Names of queues that begin so are the broker's own; no client can see, fill or read one. */
    String OWN_NAMES = "$sys.packetboat.";

    /**
     * Makes the topic's intake, and the topic too if it is not there: what is published from now on is kept for the reader.
     * On disk when it returns; does nothing if there is one.
     *
     * @throws io.packetboat.broker.BrokerUnavailable while the broker does not run
     */
    void open(TopicName topic);

    /** Removes the intake with all that it holds. On disk when it returns; does nothing if there is none. */
    void close(TopicName topic);

    boolean isOpen(TopicName topic);

    /** How many messages are not handed on yet; none without an intake. Asks memory alone. */
    long waiting(TopicName topic);

    /** Has every intake, now and later, offer its messages to the reader. Called once, while the broker runs. */
    void read(IntakeReader reader);

    /**
     * Puts messages into their queues that no intake holds, in their order, all of them or none. What is put by one call
     * after the other joins the queues in that order. May write to page and large-message files.
     *
     * @return completes once they are synced to disk; fails with {@code BrokerUnavailable} or {@code BrokerRefusal}
     */
    CompletionStage<Void> put(List<QueueCopy> copies);

    /**
     * The internal queue of this name, made if it is not there; durable when it returns.
     *
     * @param name begins with {@link #OWN_NAMES}
     */
    DeliveryQueue internalQueue(QueueName name);

    /** The names of all internal queues, those of intakes not among them. */
    List<QueueName> internalQueues();

    /** Removes an internal queue with all that it holds; does nothing if there is none. */
    void deleteInternalQueue(QueueName name);
}
