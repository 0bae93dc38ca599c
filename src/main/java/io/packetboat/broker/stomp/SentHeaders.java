package io.packetboat.broker.stomp;

import java.util.List;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;
import org.apache.activemq.artemis.core.server.ServerSession;

/**
 * Takes from a message what its STOMP frame said to the broker alone.
 *
 * <p>Artemis ({@code StompUtils.copyStandardHeadersFromFrameToMessage}) makes a property of every header that means nothing
 * else to it: receivers of all protocols would see the sender's receipt as if the sender had set it for them.
 */
public final class SentHeaders {
    private static final List<SimpleString> FOR_THE_BROKER = List.of(
            SimpleString.of("destination"),
            SimpleString.of("destination-type"),
            SimpleString.of("receipt"),
            SimpleString.of("transaction"),
            SimpleString.of("content-length"));

    /** Before the message is routed, on the thread of its connection. */
    public void beforeSend(ServerSession session, Message message) {
        if (session.getRemotingConnection() instanceof StompConnection) {
            FOR_THE_BROKER.forEach(message::removeProperty);
        }
    }
}
