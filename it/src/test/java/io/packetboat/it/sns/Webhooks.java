package io.packetboat.it.sns;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A real HTTP server on a free port that notes what is posted to it, and answers it well or badly as it is told. */
final class Webhooks implements AutoCloseable {
    private static final String OK = "200";

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Map<String, IntFunction<String>> behaviours = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    /**
     * What arrived; the names of headers are in lower case.
     *
     * @param answer what it was answered with
     */
    record Post(String path, Map<String, String> headers, String body, String answer) {
        String type() {
            return headers.getOrDefault("x-amz-sns-message-type", "");
        }

        boolean isNotification() {
            return type().equals("Notification");
        }
    }

    Webhooks() {
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    String url(String path) {
        return "http://localhost:" + listening.getLocalPort() + path;
    }

    /**
     * Answers the notifications of a path with these, one after the other, and then with 200: a status, or {@code close},
     * {@code reset}, {@code garbage}, {@code silent}, {@code slow-body} or {@code redirect}, which leads to another path.
     */
    void answer(String path, String... answers) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(answers));
        answerEach(path, number -> {
            synchronized (left) {
                String next = left.poll();
                return next == null ? OK : next;
            }
        });
    }

    /** Answers each notification of a path by its number, the first being 1. */
    void answerEach(String path, IntFunction<String> behaviour) {
        behaviours.put(path, behaviour);
    }

    /** What was posted to the path, in the order in which it came. */
    List<Post> posts(String path) {
        return posts.stream().filter(post -> post.path().equals(path)).toList();
    }

    List<Post> notifications(String path) {
        return posts(path).stream().filter(Post::isNotification).toList();
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
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String path = line(in).split(" ", -1)[1];
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] parts = line.split(": ", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            Post unanswered = new Post(path, headers, body, OK);
            String answer = unanswered.isNotification() ? next(path) : OK;
            posts.add(new Post(path, headers, body, answer));
            answer(socket, answer);
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the test is over.
            sockets.remove(socket);
        }
    }

    private String next(String path) {
        int number = counts.computeIfAbsent(path, first -> new AtomicInteger()).incrementAndGet();
        return behaviours.getOrDefault(path, any -> OK).apply(number);
    }

    private void answer(Socket socket, String answer) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        switch (answer) {
            case "close" -> socket.close();
            case "reset" -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case "garbage" -> write(out, "220 mail.example ESMTP\r\n\r\n");
            case "silent" -> closed.await();
            case "slow-body" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nslow");
                closed.await();
            }
            case "redirect" ->
                write(out, "HTTP/1.1 302 Found\r\nLocation: " + url("/elsewhere") + "\r\nContent-Length: 0\r\n\r\n");
            default -> write(out, "HTTP/1.1 " + answer + " As told\r\nContent-Length: 0\r\n\r\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
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
