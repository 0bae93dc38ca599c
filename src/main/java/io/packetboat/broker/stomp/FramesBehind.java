package io.packetboat.broker.stomp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQBuffers;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;

/**
 * The frames behind one that an interceptor took for itself.
 *
 * <p>Artemis ends its reading of the buffer there ({@code StompProtocolManager.handleBuffer}): frames of the same packet
 * would wait until the client sends another.
 */
final class FramesBehind {
    /** Connections by id: many event loops come here, each for its own connections. */
    private final Set<Object> handling = ConcurrentHashMap.newKeySet();

    void handle(StompConnection connection) {
        if (!handling.add(connection.getID())) {
            return; // taken inside the loop below, which goes on
        }
        try {
            boolean progress = true;
            while (progress && connection.hasBytes()) {
                int before = undecoded(connection);
                connection.getManager().handleBuffer(connection, ActiveMQBuffers.fixedBuffer(0));
                progress = undecoded(connection) != before; // no progress: half a frame
            }
        } finally {
            handling.remove(connection.getID());
        }
    }

    private static int undecoded(StompConnection connection) {
        return connection.getFrameHandler().getDecoder().data;
    }
}
