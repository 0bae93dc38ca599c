package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import io.packetboat.it.client.Destination;
import io.packetboat.it.client.Letter;
import io.packetboat.it.client.Party;
import io.packetboat.it.client.Party.Mailbox;
import io.packetboat.it.client.Protocol;
import io.packetboat.it.client.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class RefusedSubscriptionIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int GRANTED_QOS_2 = 2;
    private static final String PASSWORD = "nobody-Passw0rd-of-the-tests";

    @Test
    void aRefusedMqttSubscriptionDoesNotDeleteTheQueueOfThatName(PacketboatServer server) throws Exception {
        String name = "kept" + UUID.randomUUID().toString().substring(0, 8);
        String nobody = createUserWithoutRights(server);
        try (Party jms = Protocol.CORE.open(server, Transport.PLAIN)) {
            jms.send(Destination.queue(name), Letter.text("still here"));

            assertThat(isGranted(server, nobody, name)).isFalse();

            try (Mailbox queue = jms.consume(Destination.queue(name))) {
                assertThat(queue.next(SOON).body().bytes()).asString().isEqualTo("still here");
            }
        }
    }

    private static boolean isGranted(PacketboatServer server, String user, String topic) throws Exception {
        MqttClient client = new MqttClient(
                "tcp://localhost:" + server.port(ServerPort.MQTT), "it-" + user, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(user);
        options.setPassword(PASSWORD.getBytes(StandardCharsets.UTF_8));
        client.connect(options);
        try {
            return client.subscribe(topic, 1).getReasonCodes()[0] <= GRANTED_QOS_2;
        } catch (MqttException refused) {
            return false;
        } finally {
            client.disconnectForcibly(100, 100, false);
            client.close();
        }
    }

    private static String createUserWithoutRights(PacketboatServer server) throws Exception {
        String user = "nobody" + UUID.randomUUID().toString().substring(0, 8);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + server.port(ServerPort.HTTP) + "/api/v1/users"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString((Admin.USER + ":" + Admin.PASSWORD)
                                                                .getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"userName\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return user;
    }
}
