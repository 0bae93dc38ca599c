package io.packetboat.it.crash;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.client.StompFrame;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
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
    private static final int READ_TIMEOUT_MILLIS = 180_000;

    private final Socket socket;
    private final DataInputStream in;
    private final Deque<StompFrame> messages = new ArrayDeque<>();
    private int receipts;

    StompConnection(PacketboatServer server) throws IOException {
        this(server, "");
    }

    /** @param clientId for durable subscriptions, empty for none */
    StompConnection(PacketboatServer server, String clientId) throws IOException {
        socket = new Socket("localhost", server.port(ServerPort.STOMP));
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        Map<String, String> login = new HashMap<>(
                Map.of("accept-version", "1.2", "host", "localhost", "login", Admin.USER, "passcode", Admin.PASSWORD));
        if (!clientId.isEmpty()) {
            login.put("client-id", clientId);
        }
        write(StompFrame.of("CONNECT", login));
        StompFrame answer = read();
        if (!answer.command().equals("CONNECTED")) {
            throw new IOException("Refused: " + answer);
        }
    }

    /** Sends the frame with a receipt header and returns when the receipt is there. */
    void request(String command, Map<String, String> headers, String body) throws IOException {
        String receipt = "r" + receipts++;
        Map<String, String> withReceipt = new HashMap<>(headers);
        withReceipt.put("receipt", receipt);
        write(new StompFrame(command, withReceipt, body.getBytes(StandardCharsets.UTF_8)));
        StompFrame answer = read();
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
    StompFrame message() throws IOException {
        StompFrame next = messages.isEmpty() ? read() : messages.remove();
        if (!next.command().equals("MESSAGE")) {
            throw new IOException(next.toString());
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void write(StompFrame frame) throws IOException {
        socket.getOutputStream().write(frame.encoded());
        socket.getOutputStream().flush();
    }

    private StompFrame read() throws IOException {
        return StompFrame.read(in);
    }
}
