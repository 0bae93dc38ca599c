package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.StompConnection;
import io.packetboat.it.client.StompFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STOMP's NACK, and its ACK inside a transaction, which a plain Artemis 2.55.0 takes for the end of the message. */
@ExtendWith(SharedServer.class)
class StompSettlementIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration A_WHILE = Duration.ofMillis(500);

    private final String queue = "/queue/stomp-settlement." + UUID.randomUUID();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1.1", "1.2"})
    void refusedMessageIsRedeliveredInsteadOfDiscarded(String version, PacketboatServer server) throws Exception {
        try (StompConnection stomp = connected(server, version)) {
            send(stomp, "m", Map.of());
            subscribe(stomp, "client-individual");

            settle(stomp, "NACK", version, stomp.message(SOON), Map.of());

            StompFrame again = stomp.message(SOON);
            assertThat(again.text()).isEqualTo("m");
            assertThat(again.header("redelivered")).isEqualTo("true");
            settle(stomp, "ACK", version, again, Map.of());
        }
        assertThatQueueIsEmpty(server);
    }

    @Test
    void refusalInClientModeReturnsEveryMessageUpToIt(PacketboatServer server) throws Exception {
        try (StompConnection stomp = connected(server, "1.2")) {
            send(stomp, "one", Map.of());
            send(stomp, "two", Map.of());
            subscribe(stomp, "client");
            stomp.message(SOON);

            settle(stomp, "NACK", "1.2", stomp.message(SOON), Map.of());

            assertThat(stomp.message(SOON).text()).isEqualTo("one");
            StompFrame last = stomp.message(SOON);
            assertThat(last.text()).isEqualTo("two");
            settle(stomp, "ACK", "1.2", last, Map.of());
        }
        assertThatQueueIsEmpty(server);
    }

    @Test
    void messageRefusedTenTimesLiesInTheDeadLetterQueueWithItsReason(PacketboatServer server) throws Exception {
        try (StompConnection stomp = connected(server, "1.2")) {
            send(stomp, "poison", Map.of());
            subscribe(stomp, "client-individual");
            for (int attempt = 1; attempt <= 10; attempt++) {
                settle(stomp, "NACK", "1.2", stomp.message(SOON), Map.of());
            }
        }

        String origin = queue.substring("/queue/".length());
        try (StompConnection stomp = connected(server, "1.2")) {
            stomp.sendConfirmed(
                    "SUBSCRIBE",
                    Map.of(
                            "destination",
                            "/queue/DLQ",
                            "id",
                            "dlq",
                            "ack",
                            "auto",
                            "selector",
                            "_AMQ_ORIG_QUEUE = '" + origin + "'"));

            StompFrame dead = stomp.message(SOON);

            assertThat(dead.text()).isEqualTo("poison");
            assertThat(dead.header("PACKETBOAT_DLQ_REASON")).isEqualTo("MaxDeliveryAttempts");
        }
        assertThatQueueIsEmpty(server);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1.0", "1.1", "1.2"})
    void abortReturnsAcknowledgedMessagesAndDropsSends(String version, PacketboatServer server) throws Exception {
        Map<String, String> transaction = Map.of("transaction", "t");
        try (StompConnection stomp = connected(server, version)) {
            send(stomp, "m", Map.of());
            subscribe(stomp, "client-individual");
            stomp.sendConfirmed("BEGIN", transaction);
            settle(stomp, "ACK", version, stomp.message(SOON), transaction);
            send(stomp, "never", transaction);

            stomp.sendConfirmed("ABORT", transaction);

            StompFrame again = stomp.message(SOON);
            assertThat(again.text()).isEqualTo("m");
            settle(stomp, "ACK", version, again, Map.of());
            assertThatThrownBy(() -> stomp.message(A_WHILE)).isInstanceOf(IOException.class);
        }
        assertThatQueueIsEmpty(server);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1.0", "1.1", "1.2"})
    void commitAcknowledgesAndSends(String version, PacketboatServer server) throws Exception {
        Map<String, String> transaction = Map.of("transaction", "t");
        try (StompConnection stomp = connected(server, version)) {
            send(stomp, "old", Map.of());
            subscribe(stomp, "client-individual");
            stomp.sendConfirmed("BEGIN", transaction);
            settle(stomp, "ACK", version, stomp.message(SOON), transaction);
            send(stomp, "new", transaction);

            stomp.sendConfirmed("COMMIT", transaction);

            assertThat(stomp.message(SOON).text()).isEqualTo("new");
        }
        try (StompConnection stomp = connected(server, "1.2")) {
            subscribe(stomp, "auto");
            assertThat(stomp.message(SOON).text()).isEqualTo("new");
        }
        assertThatQueueIsEmpty(server);
    }

    @Test
    void lostConnectionReturnsMessagesAcknowledgedInAnOpenTransaction(PacketboatServer server) throws Exception {
        Map<String, String> transaction = Map.of("transaction", "t");
        try (StompConnection stomp = connected(server, "1.2")) {
            send(stomp, "m", Map.of());
            subscribe(stomp, "client-individual");
            stomp.sendConfirmed("BEGIN", transaction);
            settle(stomp, "ACK", "1.2", stomp.message(SOON), transaction);
        }

        try (StompConnection stomp = connected(server, "1.2")) {
            subscribe(stomp, "auto");
            assertThat(stomp.message(SOON).text()).isEqualTo("m");
        }
    }

    @Test
    void sendsAfterATransactionAreKept(PacketboatServer server) throws Exception {
        Map<String, String> transaction = Map.of("transaction", "t");
        try (StompConnection stomp = connected(server, "1.2")) {
            send(stomp, "m", Map.of());
            subscribe(stomp, "client-individual");
            stomp.sendConfirmed("BEGIN", transaction);
            settle(stomp, "ACK", "1.2", stomp.message(SOON), transaction);
            stomp.sendConfirmed("COMMIT", transaction);
            stomp.sendConfirmed("UNSUBSCRIBE", Map.of("id", "s"));

            send(stomp, "later", Map.of());
        }

        try (StompConnection stomp = connected(server, "1.2")) {
            subscribe(stomp, "auto");
            assertThat(stomp.message(SOON).text()).isEqualTo("later");
        }
    }

    @Test
    void acknowledgementInAnUnknownTransactionIsAnErrorAndKeepsTheMessage(PacketboatServer server) throws Exception {
        try (StompConnection stomp = connected(server, "1.2")) {
            send(stomp, "m", Map.of());
            subscribe(stomp, "client-individual");
            StompFrame message = stomp.message(SOON);

            assertThatThrownBy(() -> settle(stomp, "ACK", "1.2", message, Map.of("transaction", "none")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("No transaction started");
        }
        try (StompConnection stomp = connected(server, "1.2")) {
            subscribe(stomp, "auto");
            assertThat(stomp.message(SOON).text()).isEqualTo("m");
        }
    }

    private void assertThatQueueIsEmpty(PacketboatServer server) throws IOException {
        try (StompConnection stomp = connected(server, "1.2")) {
            subscribe(stomp, "auto");
            send(stomp, "end", Map.of());
            assertThat(stomp.message(SOON).text()).isEqualTo("end");
        }
    }

    private void subscribe(StompConnection stomp, String mode) throws IOException {
        stomp.sendConfirmed("SUBSCRIBE", Map.of("destination", queue, "id", "s", "ack", mode));
    }

    private void send(StompConnection stomp, String text, Map<String, String> more) throws IOException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("destination", queue);
        stomp.sendConfirmed("SEND", headers, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void settle(
            StompConnection stomp, String command, String version, StompFrame message, Map<String, String> more)
            throws IOException {
        Map<String, String> headers = new HashMap<>(more);
        switch (version) {
            case "1.0" -> headers.put("message-id", message.header("message-id"));
            case "1.1" -> headers.putAll(Map.of("message-id", message.header("message-id"), "subscription", "s"));
            default -> headers.put("id", message.header("ack"));
        }
        stomp.sendConfirmed(command, headers);
    }

    private static StompConnection connected(PacketboatServer server, String version) throws IOException {
        StompConnection stomp = StompConnection.plain(server.port(ServerPort.STOMP));
        stomp.login(version, Admin.USER, Admin.PASSWORD);
        return stomp;
    }
}
