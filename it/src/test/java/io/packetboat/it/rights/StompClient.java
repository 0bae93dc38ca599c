package io.packetboat.it.rights;

import io.packetboat.it.client.Destination;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** STOMP 1.2 on a bare socket, so that its ERROR frames are seen as they are. */
final class StompClient implements Client {
    private static final int SOON_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private String kept = "";

    StompClient(int port, Login login, String clientId) throws Exception {
        socket.bind(new InetSocketAddress(login.source(), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(SOON_MILLIS);
        in = new DataInputStream(socket.getInputStream());
        Map<String, String> headers = new HashMap<>(Map.of("accept-version", "1.2", "host", "localhost"));
        headers.put("client-id", clientId);
        if (!login.user().isEmpty() || !login.password().isEmpty()) {
            headers.put("login", login.user());
            headers.put("passcode", login.password());
        }
        write("CONNECT", headers, "");
        try {
            await("CONNECTED");
        } catch (Refused e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(Destination to, String text) throws Exception {
        send(to, Map.of(), text);
    }

    void send(Destination to, Map<String, String> properties, String text) throws Exception {
        Map<String, String> headers = new HashMap<>(properties);
        headers.put("destination", path(to));
        confirmed("SEND", headers, text);
    }

    @Override
    public void consume(Destination from) throws Exception {
        confirmed("SUBSCRIBE", Map.of("destination", path(from), "id", "consumer", "ack", "auto"), "");
    }

    @Override
    public String receive() throws Exception {
        String frame = kept.isEmpty() ? await("MESSAGE") : kept;
        kept = "";
        return frame.substring(frame.indexOf("\n\n") + 2);
    }

    @Override
    public void subscribeDurably(String topic, String subscription) throws Exception {
        String destination = path(Destination.topic(topic));
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
        socket.setSoTimeout((int) time.toMillis());
        try {
            while (in.read() >= 0) {
                continue;
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void confirmed(String command, Map<String, String> headers, String body) throws Exception {
        Map<String, String> withReceipt = new HashMap<>(headers);
        withReceipt.put("receipt", "r");
        write(command, withReceipt, body);
        await("RECEIPT");
    }

    private void write(String command, Map<String, String> headers, String body) throws IOException {
        StringBuilder frame = new StringBuilder(command).append('\n');
        headers.forEach(
                (name, value) -> frame.append(name).append(':').append(value).append('\n'));
        frame.append('\n').append(body).append('\0');
        socket.getOutputStream().write(frame.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String await(String command) throws Exception {
        while (true) {
            String frame = frame();
            if (frame.startsWith(command + "\n")) {
                return frame;
            }
            // Artemis' words are "Error sending message" and the like, whatever the cause.
            if (frame.startsWith("ERROR")) {
                throw new Refused(frame);
            }
            if (!frame.startsWith("MESSAGE")) {
                throw new AssertionError("Expected " + command + ", got " + frame);
            }
            kept = frame;
        }
    }

    /** Frames of these tests hold no zero byte but the last. */
    private String frame() throws IOException {
        StringBuilder frame = new StringBuilder();
        for (int next = in.read(); next > 0; next = in.read()) {
            if (next != '\r' && (next != '\n' || !frame.isEmpty())) {
                frame.append((char) next);
            }
        }
        if (frame.isEmpty()) {
            throw new IOException("The server ended the connection");
        }
        return frame.toString();
    }

    private static String path(Destination destination) {
        return (destination.kind() == Destination.Kind.QUEUE ? "/queue/" : "/topic/") + destination.name();
    }
}
