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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** STOMP in all its versions. */
@ExtendWith(SharedServer.class)
class StompIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1.0", "1.1", "1.2"})
    void everyVersionSendsAndAcknowledges(String version, PacketboatServer server) throws Exception {
        String queue = "/queue/stomp." + UUID.randomUUID();
        try (StompConnection stomp = StompConnection.plain(server.port(ServerPort.STOMP))) {
            StompFrame connected = stomp.login(version, Admin.USER, Admin.PASSWORD);
            assertThat(version.equals("1.0") ? "1.0" : connected.header("version"))
                    .isEqualTo(version);
            send(stomp, queue, "one");
            stomp.sendConfirmed("SUBSCRIBE", Map.of("destination", queue, "id", "s", "ack", "client-individual"));

            StompFrame message = stomp.message(SOON);

            assertThat(message.text()).isEqualTo("one");
            acknowledge(stomp, version, message);
        }
        try (StompConnection again = connected(server)) {
            again.sendConfirmed("SUBSCRIBE", Map.of("destination", queue, "id", "s", "ack", "auto"));
            send(again, queue, "two");
            assertThat(again.message(SOON).text()).isEqualTo("two");
        }
    }

    @Test
    void transactionShowsItsMessagesOnlyAfterTheCommit(PacketboatServer server) throws Exception {
        String queue = "/queue/stomp." + UUID.randomUUID();
        try (StompConnection stomp = connected(server)) {
            stomp.sendConfirmed("SUBSCRIBE", Map.of("destination", queue, "id", "s", "ack", "auto"));
            stomp.sendConfirmed("BEGIN", Map.of("transaction", "t1"));
            stomp.sendConfirmed("SEND", Map.of("destination", queue, "transaction", "t1"), bytes("aborted"));
            stomp.sendConfirmed("ABORT", Map.of("transaction", "t1"));
            stomp.sendConfirmed("BEGIN", Map.of("transaction", "t2"));
            stomp.sendConfirmed("SEND", Map.of("destination", queue, "transaction", "t2"), bytes("committed"));
            stomp.sendConfirmed("COMMIT", Map.of("transaction", "t2"));

            assertThat(stomp.message(SOON).text()).isEqualTo("committed");
        }
    }

    @Test
    void wrongPasswordIsAnsweredWithAnErrorAndTheEnd(PacketboatServer server) throws Exception {
        try (StompConnection stomp = StompConnection.plain(server.port(ServerPort.STOMP))) {
            assertThatThrownBy(() -> stomp.login("1.2", Admin.USER, "wrong"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ERROR");
            assertThat(stomp.endsWithin(SOON)).isTrue();
        }
    }

    @Test
    void brokenSelectorIsAnsweredWithAnError(PacketboatServer server) throws Exception {
        try (StompConnection stomp = connected(server)) {
            assertThatThrownBy(() -> stomp.sendConfirmed(
                            "SUBSCRIBE",
                            Map.of("destination", "/queue/stomp.selector", "id", "s", "selector", "a = = ((")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ERROR");
        }
    }

    private static void acknowledge(StompConnection stomp, String version, StompFrame message) throws IOException {
        stomp.sendConfirmed(
                "ACK",
                switch (version) {
                    case "1.0" -> Map.of("message-id", message.header("message-id"));
                    case "1.1" -> Map.of("message-id", message.header("message-id"), "subscription", "s");
                    default -> Map.of("id", message.header("ack"));
                });
    }

    private static StompConnection connected(PacketboatServer server) throws IOException {
        StompConnection stomp = StompConnection.plain(server.port(ServerPort.STOMP));
        stomp.login("1.2", Admin.USER, Admin.PASSWORD);
        return stomp;
    }

    private static void send(StompConnection stomp, String destination, String text) throws IOException {
        stomp.sendConfirmed("SEND", Map.of("destination", destination), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
