package io.packetboat.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time, against an endpoint with little patience. */
class SlowClientsTest {
    @TempDir
    Path folder;

    private TestingEndpoint testing;

    @BeforeEach
    void start() {
        testing = new TestingEndpoint(folder, TestingEndpoint.SHORT);
    }

    @AfterEach
    void stop() {
        testing.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PO",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf",
                "\u0016",
                "\u0016\u0003\u0001"
            })
    void halfARequestOrHandshakeEndsTheConnection(String half) throws IOException {
        try (RawClient client = testing.connect()) {
            client.send(half);

            assertThat(client.ends()).isTrue();
        }
        await().until(() -> testing.endpoint.connections() == 0);
    }

    @Test
    void aRequestThatDripsInEndsTheConnection() throws Exception {
        try (RawClient client = testing.connect()) {
            long end = System.nanoTime()
                    + TestingEndpoint.SHORT.request().multipliedBy(4).toNanos();
            boolean open = true;
            client.send("POST / HTTP/1.1\r\nHost: x\r\nX: ");
            client.socket().setSoTimeout(100);
            while (open && System.nanoTime() < end) {
                try {
                    client.send("x");
                    open = client.socket().getInputStream().read() >= 0;
                } catch (SocketTimeoutException quiet) {
                    open = true;
                } catch (IOException reset) {
                    open = false;
                }
            }
            assertThat(open).isFalse();
        }
    }

    @Test
    void aSilentConnectionEndsAfterItsLastAnswer() throws IOException {
        try (RawClient client = testing.connect()) {
            assertThat(client.send(testing.signed("Echo", "{}")).read().status())
                    .isEqualTo(200);

            assertThat(client.ends()).isTrue();
        }
    }

    @Test
    void aLongPollOutlivesEveryDeadline() throws Exception {
        try (RawClient client = testing.connect()) {
            client.send(testing.signed("Wait", "{}"));
            await().until(() -> !testing.api.waiting.isEmpty());
            long end = System.nanoTime()
                    + TestingEndpoint.SHORT.request().plusSeconds(1).toNanos();
            await().until(() -> System.nanoTime() > end);

            testing.api.waiting.get(0).complete(members -> members.text("Text", "at last"));

            assertThat(client.read().body()).contains("at last");
        }
    }

    @Test
    void aRefusedClientMayNotGoOnSendingWithoutEnd() throws IOException {
        byte[] more = new byte[TestingEndpoint.MAX_REQUEST];
        try (RawClient client = testing.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000000\r\n\r\n");

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            client.send(more);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aClientThatNeverReadsMayNotGoOnSendingWithoutEnd() throws Exception {
        String text = "x".repeat(60_000);
        try (RawClient client = testing.connect()) {
            client.socket().setSendBufferSize(4_096);
            byte[] request = testing.signed("Echo", "{\"Text\":\"" + text + "\"}");
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 2_000; i++) {
                    send(client, request);
                }
            });

            assertThat(sender)
                    .failsWithin(Duration.ofSeconds(120))
                    .withThrowableThat()
                    .withRootCauseInstanceOf(IOException.class);
        }
        await().until(() -> testing.endpoint.connections() == 0);
    }

    private static void send(RawClient client, byte[] request) {
        try {
            client.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
