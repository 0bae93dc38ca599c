package io.packetboat.admin.connection;

import io.packetboat.admin.path.PathName;
import io.packetboat.kernel.messaging.ClientConnection;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client's connection. */
@Schema(
        name = "Connection",
        requiredProperties = {"id", "path", "protocol", "remoteAddress", "since", "sessions"})
public record ConnectionRepresentation(
        String id,

        @Schema(description = "Where it is on this server; DELETE closes it.")
        String path,

        String protocol,

        @Schema(description = "The listener that accepted it.")
        Optional<String> listener,

        @Schema(description = "IP address and port.") String remoteAddress,

        @Schema(description = "The user that is logged in.") Optional<String> userName,

        Optional<String> clientId,
        Instant since,
        @Schema(description = "How many sessions it holds.") int sessions) {

    static ConnectionRepresentation of(ClientConnection connection) {
        return new ConnectionRepresentation(
                connection.id(),
                PathName.of("connections", connection.id()),
                connection.protocol(),
                connection.listener(),
                connection.remoteAddress(),
                connection.user(),
                connection.clientId(),
                connection.since(),
                connection.sessions());
    }

    /** A session within a connection. */
    @Schema(
            name = "ClientSession",
            requiredProperties = {"id", "path", "connectionId", "since", "consumers", "producers"})
    public record Session(
            String id,

            @Schema(description = "Where it is on this server; DELETE closes it.")
            String path,

            String connectionId,
            Optional<String> userName,
            Instant since,
            int consumers,
            int producers) {

        static Session of(ClientConnection.Session session) {
            return new Session(
                    session.id(),
                    PathName.of("sessions", session.id()),
                    session.connection(),
                    session.user(),
                    session.since(),
                    session.consumers(),
                    session.producers());
        }
    }

    /** A consumer within a session. */
    @Schema(
            name = "Consumer",
            requiredProperties = {
                "id",
                "path",
                "sessionId",
                "connectionId",
                "queueName",
                "address",
                "browses",
                "since",
                "delivered",
                "unsettled"
            })
    public record Consumer(
            String id,

            @Schema(description = "Where it is on this server; DELETE closes it.")
            String path,

            String sessionId,
            String connectionId,

            @Schema(description = "The queue it consumes from; a subscription's own one for a topic.")
            String queueName,

            @Schema(description = "The address of that queue.")
            String address,

            @Schema(description = "Its selector.") Optional<String> filter,

            @Schema(description = "Whether it only looks.") boolean browses,

            Instant since,

            @Schema(description = "Messages handed to it so far.")
            long delivered,

            @Schema(description = "Messages of those that are not settled.")
            long unsettled) {

        static Consumer of(ClientConnection.Consumer consumer) {
            return new Consumer(
                    consumer.id(),
                    PathName.of("consumers", consumer.id()),
                    consumer.session(),
                    consumer.connection(),
                    consumer.queue(),
                    consumer.address(),
                    consumer.filter(),
                    consumer.browses(),
                    consumer.since(),
                    consumer.delivered(),
                    consumer.unsettled());
        }
    }

    /** A producer within a session. */
    @Schema(
            name = "Producer",
            requiredProperties = {"id", "path", "sessionId", "connectionId", "since", "sent"})
    public record Producer(
            String id,

            @Schema(description = "Where it is on this server; DELETE closes its session.")
            String path,

            String sessionId,
            String connectionId,

            @Schema(description = "Absent for one that names the address with each message.")
            Optional<String> address,

            Instant since,
            @Schema(description = "Messages sent so far.") long sent) {

        static Producer of(ClientConnection.Producer producer) {
            return new Producer(
                    producer.id(),
                    PathName.of("producers", producer.id()),
                    producer.session(),
                    producer.connection(),
                    producer.address(),
                    producer.since(),
                    producer.sent());
        }
    }
}
