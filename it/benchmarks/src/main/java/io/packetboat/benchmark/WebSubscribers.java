package io.packetboat.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Web servers that are subscribed, one for each number in the path, in this process. The first ones can be made to hang:
 * they take a message and never answer. A message is the time at which it was published, raw.
 */
final class WebSubscribers implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"Token\"\\s*:\\s*\"([^\"]+)\"");
    private static final int BACKLOG = 1_000;
    private static final int OK = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Consumer<String> confirm;
    private volatile LongConsumer whenArrived = published -> {};
    private volatile int hanging;

    /** @param confirm what is done with the token of a request for confirmation */
    WebSubscribers(Consumer<String> confirm) throws IOException {
        this.confirm = confirm;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url(int number) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + number;
    }

    /** The first ones hang from now on. */
    void hang(int count) {
        hanging = count;
    }

    /** Told when each message was published that comes to one that does not hang, on the threads that took it. */
    void whenArrived(LongConsumer told) {
        whenArrived = told;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        Optional<String> type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-amz-sns-message-type"));
        if (type.equals(Optional.of("Notification"))) {
            if (number < hanging) {
                awaitEnd();
            } else {
                whenArrived.accept(Long.parseLong(body));
            }
        }
        exchange.sendResponseHeaders(OK, -1);
        exchange.close();
        Matcher token = TOKEN.matcher(body);
        if (type.equals(Optional.of("SubscriptionConfirmation")) && token.find()) {
            confirm.accept(token.group(1));
        }
    }

    private void awaitEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
