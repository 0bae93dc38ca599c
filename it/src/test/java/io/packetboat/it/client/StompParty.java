package io.packetboat.it.client;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** STOMP 1.2; a body without content-length is text, one with it is bytes, as ActiveMQ's convention has it. */
final class StompParty implements Party {
    private static final Set<String> OWN_HEADERS = Set.of(
            "subscription",
            "content-length",
            "content-type",
            "message-id",
            "destination",
            "expires",
            "redelivered",
            "priority",
            "persistent",
            "timestamp",
            "ack",
            "correlation-id",
            "type",
            "reply-to",
            "destination-type");

    private final StompConnection connection;
    private int subscriptions;

    StompParty(StompConnection connection) {
        this.connection = connection;
    }

    @Override
    public void send(Destination to, Letter letter) throws IOException {
        Map<String, String> headers = new HashMap<>(letter.properties());
        headers.put("destination", to.path());
        headers.put("persistent", "true");
        if (!letter.correlationId().isEmpty()) {
            headers.put("correlation-id", letter.correlationId());
        }
        byte[] body = letter.body().bytes();
        if (letter.body() instanceof Letter.Body.Bytes) {
            headers.put("content-length", Integer.toString(body.length));
        }
        connection.sendConfirmed("SEND", headers, body);
    }

    @Override
    public Mailbox consume(Destination from) throws IOException {
        String id = "subscription-" + ++subscriptions;
        connection.sendConfirmed("SUBSCRIBE", Map.of("destination", from.path(), "id", id, "ack", "auto"));
        return new StompMailbox(connection, id);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private record StompMailbox(StompConnection connection, String id) implements Mailbox {
        @Override
        public Letter next(Duration within) throws IOException {
            StompFrame frame = connection.message(within);
            // What an ended subscription had not acknowledged when it ended may have come once more.
            while (!frame.header("subscription").equals(id)) {
                frame = connection.message(within);
            }
            Map<String, String> properties = new HashMap<>(frame.headers());
            properties.keySet().removeAll(OWN_HEADERS);
            Letter.Body body = frame.headers().containsKey("content-length")
                    ? new Letter.Body.Bytes(frame.body())
                    : new Letter.Body.Text(frame.text());
            return new Letter(body, properties, frame.header("correlation-id"));
        }

        @Override
        public void close() throws IOException {
            connection.sendConfirmed("UNSUBSCRIBE", Map.of("id", id));
        }
    }
}
