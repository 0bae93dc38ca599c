package io.packetboat.broker.delivery;

import java.util.function.IntSupplier;
import org.apache.activemq.artemis.core.server.MessageReference;

/** A queue that can take a waiting message out of its place, and tells apart what is set aside; our own queues do. */
public interface TakesOut {

    /** Takes a message that waits to be delivered, as if it were delivered; false if it waits there no longer. */
    boolean takeOut(MessageReference reference);

    /** Whether it has been kept as long as the queue keeps any message, so that nobody is to get it. */
    boolean isOverdue(MessageReference reference);

    /** Has messages that a reader holds although nobody received them count as waiting. */
    void countAside(IntSupplier aside);
}
