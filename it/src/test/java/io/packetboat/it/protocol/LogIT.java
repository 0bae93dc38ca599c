package io.packetboat.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerLog;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.StompConnection;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to clients is one line in the log, without a stack trace and without anything that they sent. */
@ExtendWith(SharedServer.class)
class LogIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String secret = "secret" + UUID.randomUUID().toString().replace("-", "");
    private final String name = "log." + UUID.randomUUID();
    private ServerLog log;

    @BeforeEach
    void rememberTheLog(PacketboatServer server) throws IOException {
        log = new ServerLog(server);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void deadLetterIsLoggedWithoutItsContent(JmsClient client, PacketboatServer server) throws Exception {
        try (Connection connection = client.factory(server).createConnection()) {
            connection.start();
            Session session = connection.createSession(Session.SESSION_TRANSACTED);
            Queue queue = session.createQueue(name);
            Message message = session.createTextMessage(secret);
            message.setStringProperty("card", secret);
            session.createProducer(queue).send(message);
            session.commit();
            MessageConsumer consumer = session.createConsumer(queue);
            // OpenWire's client gives up by itself, earlier than the server.
            for (int attempt = 0; attempt < (client == JmsClient.OPENWIRE ? 7 : 10); attempt++) {
                assertThat(consumer.receive(SOON.toMillis())).isNotNull();
                session.rollback();
            }
        }

        assertThat(log.lineWith("AMQ222149", name)).contains(" to Dead Letter Address DLQ from " + name);
        assertThatNothingLeaked();
    }

    @Test
    void messageThatStompRefusesTooOftenIsLoggedWithoutItsContent(PacketboatServer server) throws Exception {
        Map<String, String> destination = Map.of("destination", "/queue/" + name, "card", secret);
        try (StompConnection stomp = connected(server)) {
            stomp.sendConfirmed("SEND", destination, secret.getBytes(UTF_8));
            stomp.sendConfirmed(
                    "SUBSCRIBE", Map.of("destination", "/queue/" + name, "id", "s", "ack", "client-individual"));
            for (int attempt = 1; attempt <= 10; attempt++) {
                stomp.sendConfirmed("NACK", Map.of("id", stomp.message(SOON).header("ack")));
            }
        }

        assertThat(log.lineWith("AMQ222149", name)).contains(" to Dead Letter Address DLQ from " + name);
        assertThatNothingLeaked();
    }

    @Test
    void lostConnectionIsOneLine(PacketboatServer server) throws Exception {
        try (StompConnection stomp = connected(server)) {
            stomp.sendConfirmed("SUBSCRIBE", Map.of("destination", "/queue/" + name, "id", "s"));
        }

        assertThat(log.lineWith("AMQ222067", "")).contains("Connection failure has been detected");
        assertThatNothingLeaked();
    }

    @Test
    void plainWordsOnATlsPortAreNotRepeated(PacketboatServer server) throws Exception {
        String frame = "CONNECT\nlogin:x\npasscode:" + secret + "\n\n\0";
        try (Socket socket = new Socket("localhost", server.port(ServerPort.STOMPS))) {
            socket.getOutputStream().write(frame.getBytes(UTF_8));
            await().atMost(SOON).until(() -> ends(socket));
        }

        assertThatNothingLeaked();
    }

    private static boolean ends(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static StompConnection connected(PacketboatServer server) throws IOException {
        StompConnection stomp = StompConnection.plain(server.port(ServerPort.STOMP));
        stomp.login("1.2", Admin.USER, Admin.PASSWORD);
        return stomp;
    }

    private void assertThatNothingLeaked() throws IOException {
        assertThat(log.written())
                .doesNotContain(secret)
                .doesNotContain(HexFormat.of().formatHex(secret.getBytes(UTF_8)))
                .doesNotContain("\tat ");
    }
}
