package io.packetboat.broker.stomp;

import org.apache.activemq.artemis.core.protocol.stomp.ActiveMQStompException;
import org.apache.activemq.artemis.core.protocol.stomp.StompConnection;
import org.apache.activemq.artemis.core.protocol.stomp.StompFrame;
import org.jspecify.annotations.Nullable;

/**
 * The delivery that an ACK or NACK names, in the way of its version of STOMP.
 *
 * @param subscription to be checked against the delivery's own, where the version has it
 */
record Delivery(String id, @Nullable String subscription) {

    static Delivery namedBy(StompFrame frame, StompConnection connection) throws ActiveMQStompException {
        return switch (connection.getVersion()) {
            case "1.0" -> new Delivery(require(frame, "message-id", connection), null);
            case "1.1" ->
                new Delivery(require(frame, "message-id", connection), require(frame, "subscription", connection));
            default -> new Delivery(require(frame, "id", connection), null);
        };
    }

    private static String require(StompFrame frame, String header, StompConnection connection)
            throws ActiveMQStompException {
        String value = frame.getHeader(header);
        if (value == null) {
            throw new ActiveMQStompException(connection, "No " + header + " in " + frame.getCommand());
        }
        return value;
    }
}
