package io.packetboat.push;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** A real HTTP server on a free port of the loopback that notes what it is asked and misbehaves as the path says. */
public final class TestingHttpServer implements AutoCloseable {
    private final ServerSocket listening;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** What arrived, in order. */
    public final List<Received> received = new CopyOnWriteArrayList<>();

    /** A request; the names of headers are in lower case. */
    public record Received(String requestLine, Map<String, String> headers, String body) {
        String path() {
            return requestLine.split(" ", -1)[1];
        }
    }

    public TestingHttpServer() {
        this(ServerSocketFactory.getDefault(), "http");
    }

    public TestingHttpServer(ServerSocketFactory factory, String scheme) {
        this.scheme = scheme;
        try {
            this.listening = factory.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public URI uri(String path) {
        return URI.create(scheme + "://localhost:" + listening.getLocalPort() + path);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Received request = read(socket.getInputStream());
            received.add(request);
            answer(request.path(), socket);
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the test is over.
            sockets.remove(socket);
        }
    }

    private void answer(String path, Socket socket) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        if (path.startsWith("/status/")) {
            String status = path.substring("/status/".length());
            write(out, "HTTP/1.1 " + status + " Whatever\r\nContent-Length: 2\r\n\r\nok");
            return;
        }
        switch (path) {
            case "/redirect" ->
                write(out, "HTTP/1.1 302 Found\r\nLocation: " + uri("/status/200") + "\r\nContent-Length: 0\r\n\r\n");
            case "/silent" -> closed.await();
            case "/endless-head" -> {
                write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
                closed.await();
            }
            case "/slow-body" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nslow");
                closed.await();
            }
            case "/close" -> socket.close();
            case "/reset" -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case "/garbage" -> write(out, "220 mail.example ESMTP\r\n\r\n");
            case "/continue" ->
                write(out, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n");
            default -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Received read(InputStream in) throws IOException {
        String requestLine = line(in);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(requestLine, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the client has gone");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listening.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
