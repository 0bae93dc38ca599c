package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.JmsClients;
import io.packetboat.it.client.Transport;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What browsers speak. The clients of Node run in processes of their own (it/node), installed by the build. */
@ExtendWith(SharedServer.class)
class WebSocketIT {
    private static final Path NODE = Path.of("node");

    @ParameterizedTest(name = "{0} over wss")
    @CsvSource({"mqtt, ws/", "stomp, /queue/ws.", "amqp, ws."})
    void clientOfTheBrowserSendsAndReceives(String client, String prefix, PacketboatServer server) throws Exception {
        String destination = prefix + UUID.randomUUID();

        String printed = node(server, client, destination, "through WebSocket");

        assertThat(printed.strip()).isEqualTo("through WebSocket");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void qpidJmsSpeaksAmqpOverWebSocket(Transport transport, PacketboatServer server) throws Exception {
        try (Connection connection =
                JmsClients.amqpOverWebSocket(server, transport).createConnection()) {
            connection.start();
            Session session = connection.createSession();
            var queue = session.createQueue("ws." + UUID.randomUUID());
            session.createProducer(queue).send(session.createTextMessage("x".repeat(200_000)));

            assertThat(session.createConsumer(queue).receive(60_000).getBody(String.class))
                    .hasSize(200_000);
        }
    }

    @Test
    void mqttCarriesAMessageLargerThanAWebSocketFrameOfArtemis(PacketboatServer server) throws Exception {
        String large = "x".repeat(100_000);

        String printed = node(server, "mqtt", "ws/" + UUID.randomUUID(), large);

        assertThat(printed.strip()).isEqualTo(large);
    }

    private static String node(PacketboatServer server, String client, String destination, String text)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "node", "wss.mjs", client, "wss://localhost:" + server.port(ServerPort.WSS), destination, text)
                .directory(NODE.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .put("NODE_EXTRA_CA_CERTS", server.trustStore().pem().toString());
        builder.environment().put("PB_USER", Admin.USER);
        builder.environment().put("PB_PASSWORD", Admin.PASSWORD);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}
