package io.packetboat.kernel.messaging;

/**
 * What went through the broker by one protocol since its start.
 *
 * @param received messages that clients sent
 * @param delivered messages handed to consumers, again and again counted again
 * @param acknowledged messages that consumers settled
 * @param expired messages that ended by their time to live
 * @param killed messages that moved to a dead-letter queue or were deleted by an operator
 */
public record ProtocolTraffic(
        long connectionsOpened,
        long connectionsClosed,
        long received,
        long delivered,
        long acknowledged,
        long expired,
        long killed) {

    /** Nothing at all. */
    public static final ProtocolTraffic NONE = new ProtocolTraffic(0, 0, 0, 0, 0, 0, 0);

    public ProtocolTraffic plus(ProtocolTraffic other) {
        return new ProtocolTraffic(
                connectionsOpened + other.connectionsOpened,
                connectionsClosed + other.connectionsClosed,
                received + other.received,
                delivered + other.delivered,
                acknowledged + other.acknowledged,
                expired + other.expired,
                killed + other.killed);
    }
}
