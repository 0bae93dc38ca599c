package io.packetboat.it.rights;

import io.packetboat.it.client.Destination;
import io.packetboat.it.client.StompConnection;
import io.packetboat.it.client.StompError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** STOMP 1.2; an ERROR is the refusal. */
final class StompClient implements Client {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final StompConnection connection;

    StompClient(int port, Login login, String clientId) throws Exception {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(login.source(), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        connection = StompConnection.over(socket);
        Map<String, String> headers = new HashMap<>(Map.of("accept-version", "1.2", "host", "localhost"));
        headers.put("client-id", clientId);
        if (!login.user().isEmpty() || !login.password().isEmpty()) {
            headers.put("login", login.user());
            headers.put("passcode", login.password());
        }
        try {
            connection.login(headers);
        } catch (StompError e) {
            connection.close();
            throw new Refused(e);
        }
    }

    @Override
    public void send(Destination to, String text) throws Exception {
        send(to, Map.of(), text);
    }

    void send(Destination to, Map<String, String> properties, String text) throws Exception {
        Map<String, String> headers = new HashMap<>(properties);
        headers.put("destination", to.path());
        confirmed("SEND", headers, text);
    }

    @Override
    public void consume(Destination from) throws Exception {
        confirmed("SUBSCRIBE", Map.of("destination", from.path(), "id", "consumer", "ack", "auto"), "");
    }

    @Override
    public String receive() throws Exception {
        return connection.message(SOON).text();
    }

    @Override
    public void subscribeDurably(String topic, String subscription) throws Exception {
        String destination = Destination.topic(topic).path();
        confirmed(
                "SUBSCRIBE",
                Map.of("destination", destination, "id", subscription, "durable-subscription-name", subscription),
                "");
    }

    @Override
    public void unsubscribe(String topic, String subscription) throws Exception {
        confirmed("UNSUBSCRIBE", Map.of("id", subscription), "");
        confirmed("UNSUBSCRIBE", Map.of("durable-subscription-name", subscription), "");
    }

    @Override
    public boolean endsWithin(Duration time) throws Exception {
        return connection.endsWithin(time);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    /** Artemis' words are "Error sending message" and the like, whatever the cause. */
    private void confirmed(String command, Map<String, String> headers, String body) throws Exception {
        try {
            connection.sendConfirmed(command, headers, body.getBytes(StandardCharsets.UTF_8));
        } catch (StompError e) {
            throw new Refused(e);
        }
    }
}
