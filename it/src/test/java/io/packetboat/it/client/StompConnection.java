package io.packetboat.it.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A STOMP client as small as the protocol: sends frames, waits for receipts, keeps messages that come in between. */
public final class StompConnection implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final Socket socket;
    private final DataInputStream in;
    private final Deque<StompFrame> messages = new ArrayDeque<>();
    private int receipts;

    private StompConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    public static StompConnection plain(int port) throws IOException {
        return new StompConnection(new Socket("localhost", port));
    }

    /** On a socket that is connected. */
    public static StompConnection over(Socket socket) throws IOException {
        return new StompConnection(socket);
    }

    /** Checks the certificate and that it is localhost's. */
    public static StompConnection tls(int port, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new StompConnection(socket);
    }

    /** The server's CONNECTED; fails with its ERROR where it refuses. */
    public StompFrame login(String version, String user, String password) throws IOException {
        Map<String, String> headers = new HashMap<>(Map.of("login", user, "passcode", password));
        if (!version.equals("1.0")) {
            headers.put("accept-version", version);
            headers.put("host", "localhost");
        }
        return login(headers);
    }

    /** The same with exactly these headers. */
    public StompFrame login(Map<String, String> headers) throws IOException {
        send(StompFrame.of("CONNECT", headers));
        return expect("CONNECTED", ANSWER_WITHIN);
    }

    public void send(StompFrame frame) throws IOException {
        socket.getOutputStream().write(frame.encoded());
        socket.getOutputStream().flush();
    }

    /** Sends a frame and returns when the server has confirmed it. */
    public void sendConfirmed(String command, Map<String, String> headers, byte[] body) throws IOException {
        String receipt = "receipt-" + ++receipts;
        Map<String, String> withReceipt = new HashMap<>(headers);
        withReceipt.put("receipt", receipt);
        send(new StompFrame(command, withReceipt, body));
        StompFrame confirmed = expect("RECEIPT", ANSWER_WITHIN);
        if (!confirmed.header("receipt-id").equals(receipt)) {
            throw new AssertionError("Another receipt than " + receipt + ": " + confirmed);
        }
    }

    public void sendConfirmed(String command, Map<String, String> headers) throws IOException {
        sendConfirmed(command, headers, new byte[0]);
    }

    /** The next MESSAGE; fails when none comes in time. */
    public StompFrame message(Duration within) throws IOException {
        StompFrame kept = messages.poll();
        return kept != null ? kept : expect("MESSAGE", within);
    }

    /** The next frame of this command; keeps messages that come before it, fails with {@link StompError} on an ERROR. */
    public StompFrame expect(String command, Duration within) throws IOException {
        socket.setSoTimeout((int) within.toMillis());
        while (true) {
            StompFrame frame = StompFrame.read(in);
            if (frame.command().equals(command)) {
                return frame;
            }
            if (frame.command().equals("ERROR")) {
                throw new StompError(command, frame);
            }
            if (!frame.command().equals("MESSAGE")) {
                throw new AssertionError("Expected " + command + ", got " + frame.command() + " " + frame.headers()
                        + " " + new String(frame.body(), StandardCharsets.UTF_8));
            }
            messages.add(frame);
        }
    }

    /** True when the server ends the connection within this time; whatever it still sends is passed over. */
    public boolean endsWithin(Duration time) throws IOException {
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
}
