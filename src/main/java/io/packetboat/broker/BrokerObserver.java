package io.packetboat.broker;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.messaging.DiskState;
import java.util.Optional;

/**
 * Hears what happens in the broker, for metrics, audit and process control.
 *
 * <p>Called on the broker's own threads: implementations return at once, never block and never throw. Every method does
 * nothing by default.
 */
public interface BrokerObserver {

    /** A client's transport connection was opened; the listener's name tells protocol family and port. */
    default void connectionOpened(String listener, String remoteAddress) {}

    default void connectionClosed(String listener, String remoteAddress) {}

    /** A login was accepted or refused; {@code user} is the name as it was sent. */
    default void loginDecided(String user, String source, boolean accepted) {}

    /** A check of rights refused an operation of a logged-in user. */
    default void operationRefused(Caller caller, BrokerOperation operation) {}

    /** A queue, or a subscription's queue, came into being; not called for those found in the journal at the start. */
    default void queueCreated(String address, String queue, BrokerOperation.Routing routing, Optional<String> user) {}

    default void queueDeleted(String address, String queue, BrokerOperation.Routing routing, Optional<String> user) {}

    /** A topic's address was removed, whatever removed it, or serves queues alone from now on. */
    default void topicRemoved(String topic) {}

    /** What a queue does differently from the defaults is another now; also told after the queue's deletion. */
    default void queueSettingsChanged(String queue) {}

    /** The disk fell below its reserve, or recovered. */
    default void diskChanged(DiskState state) {}

    /**
     * The broker can no longer work safely (the journal cannot be written, or a thread hangs): the process must end now,
     * in an orderly way. Called once, on a thread of its own, which may therefore stop the broker.
     */
    default void failed(String reason, Throwable cause) {}
}
