package io.packetboat.it.crash;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * STOMP 1.2 over a plain socket, just enough of it; for one thread.
 *
 * @see <a href="https://stomp.github.io/stomp-specification-1.2.html">STOMP 1.2</a>
 */
final class StompConnection implements AutoCloseable {
    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final Deque<Frame> messages = new ArrayDeque<>();
    private int receipts;

    /** A frame as it came; header names are as the server writes them. */
    record Frame(String command, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    StompConnection(PacketboatServer server) throws IOException {
        this(server, "");
    }

    /** @param clientId for durable subscriptions, empty for none */
    StompConnection(PacketboatServer server, String clientId) throws IOException {
        socket = new Socket("localhost", server.port(ServerPort.STOMP));
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        write("CONNECT\naccept-version:1.2\nhost:localhost\nlogin:" + Admin.USER + "\npasscode:" + Admin.PASSWORD
                + (clientId.isEmpty() ? "" : "\nclient-id:" + clientId) + "\n\n");
        Frame answer = read();
        if (!answer.command().equals("CONNECTED")) {
            throw new IOException("Refused: " + answer);
        }
    }

    /** Sends the frame with a receipt header and returns when the receipt is there. */
    void request(String command, String headers, String body) throws IOException {
        String receipt = "r" + receipts++;
        write(command + '\n' + headers + "receipt:" + receipt + "\n\n" + body);
        Frame answer = read();
        while (!answer.command().equals("RECEIPT")) {
            if (answer.command().equals("ERROR")) {
                throw new IOException(answer.toString());
            }
            messages.add(answer);
            answer = read();
        }
        if (!answer.header("receipt-id").equals(receipt)) {
            throw new IOException("Not the receipt " + receipt + ": " + answer);
        }
    }

    /** The next MESSAGE, waited for. */
    Frame message() throws IOException {
        Frame next = messages.isEmpty() ? read() : messages.remove();
        if (!next.command().equals("MESSAGE")) {
            throw new IOException(next.toString());
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void write(String frame) throws IOException {
        socket.getOutputStream().write((frame + '\0').getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private Frame read() throws IOException {
        String command = line();
        while (command.isEmpty()) {
            command = line();
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.putIfAbsent(line.substring(0, colon), line.substring(colon + 1));
        }
        return new Frame(command, headers, body(headers));
    }

    private String body(Map<String, String> headers) throws IOException {
        if (!headers.containsKey("content-length")) {
            return until('\0');
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.get("content-length")));
        until('\0');
        return new String(body, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        String line = until('\n');
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private String until(char end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next != end; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
