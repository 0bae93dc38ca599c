package io.packetboat.broker.delivery;

import org.apache.activemq.artemis.core.server.MessageReference;

/** A queue that can take a waiting message out of its place; our own queues do. */
public interface TakesOut {

    /** Takes a message that waits to be delivered, as if it were delivered; false if it waits there no longer. */
    boolean takeOut(MessageReference reference);
}
