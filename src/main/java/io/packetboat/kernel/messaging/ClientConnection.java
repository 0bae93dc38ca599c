package io.packetboat.kernel.messaging;

import java.time.Instant;
import java.util.Optional;

/**
 * A client's connection.
 *
 * @param listener the listener that accepted it
 * @param remoteAddress IP address and port
 */
public record ClientConnection(
        String id,
        String protocol,
        Optional<String> listener,
        String remoteAddress,
        Optional<String> user,
        Optional<String> clientId,
        Instant since,
        int sessions) {

    /** A session within a connection. */
    public record Session(
            String id, String connection, Optional<String> user, Instant since, int consumers, int producers) {}

    /**
     * A consumer within a session.
     *
     * @param id unique among all consumers: the session's id, a slash, the number in the session
     * @param browses whether it only looks
     * @param delivered messages handed to it so far
     * @param unsettled messages of those that are not settled
     */
    public record Consumer(
            String id,
            String session,
            String connection,
            String queue,
            String address,
            Optional<String> filter,
            boolean browses,
            Instant since,
            long delivered,
            long unsettled) {}

    /** A producer within a session; the address is empty for one that names it with each message. */
    public record Producer(
            String id, String session, String connection, Optional<String> address, Instant since, long sent) {}
}
