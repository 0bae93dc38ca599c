package io.packetboat.broker;

/**
 * What monitoring wants to know of one protocol; everything but the first counts from the broker's start.
 *
 * @param connections open now
 * @param connectionsOpened opened so far
 * @param loginsAccepted logins that were let in
 * @param loginsRefused logins with a wrong password, an unknown user or too many failures before
 * @param received messages that clients sent
 * @param delivered messages handed to consumers; a redelivery counts again
 */
public record ProtocolFigures(
        long connections,
        long connectionsOpened,
        long loginsAccepted,
        long loginsRefused,
        long received,
        long delivered) {

    /** All zero. */
    public static final ProtocolFigures NONE = new ProtocolFigures(0, 0, 0, 0, 0, 0);

    ProtocolFigures plus(ProtocolFigures other) {
        return new ProtocolFigures(
                connections + other.connections,
                connectionsOpened + other.connectionsOpened,
                loginsAccepted + other.loginsAccepted,
                loginsRefused + other.loginsRefused,
                received + other.received,
                delivered + other.delivered);
    }
}
