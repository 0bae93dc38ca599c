package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices rely on. */
@ExtendWith(SharedServer.class)
class MqttIT {
    private static final long SOON_SECONDS = 60;

    @ParameterizedTest(name = "QoS {0}")
    @ValueSource(ints = {0, 1, 2})
    void everyQualityOfServiceArrives(int qos, PacketboatServer server) throws Exception {
        String topic = unique();
        try (PahoClient client = connected(server, unique(), options())) {
            BlockingQueue<MqttMessage> arrived = subscribed(client, topic, qos);

            client.publish(topic, "m".getBytes(StandardCharsets.UTF_8), qos, false);

            assertThat(next(arrived)).isEqualTo("m");
            client.disconnect();
        }
    }

    @ParameterizedTest(name = "{0} s")
    @ValueSource(ints = {61, 1_200, 65_535})
    void keepAliveOfTheClientHolds(int seconds, PacketboatServer server) throws Exception {
        MqttConnectionOptions patient = options();
        patient.setKeepAliveInterval(seconds);
        try (PahoClient client = client(server, unique())) {
            IMqttToken connected = client.connectWithResult(patient);

            assertThat(connected.getResponseProperties().getServerKeepAlive()).isNull();
            client.disconnect();
        }
    }

    @Test
    void retainedMessageGreetsALaterSubscriberUntilItIsCleared(PacketboatServer server) throws Exception {
        String topic = unique();
        try (PahoClient client = connected(server, unique(), options())) {
            client.publish(topic, "21 °C".getBytes(StandardCharsets.UTF_8), 1, true);

            MqttMessage greeting = subscribed(client, topic, 1).poll(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(greeting.isRetained()).isTrue();
            assertThat(greeting.getPayload()).asString(StandardCharsets.UTF_8).isEqualTo("21 °C");

            client.unsubscribe(topic);
            client.publish(topic, new byte[0], 1, true);
            assertThat(subscribed(client, topic, 1).poll(500, TimeUnit.MILLISECONDS))
                    .isNull();
            client.disconnect();
        }
    }

    @Test
    void lastWillIsPublishedWhenAClientVanishes(PacketboatServer server) throws Exception {
        String topic = unique();
        MqttConnectionOptions mortal = options();
        mortal.setWill(topic, new MqttMessage("gone".getBytes(StandardCharsets.UTF_8), 1, false, new MqttProperties()));
        try (PahoClient watching = connected(server, unique(), options())) {
            BlockingQueue<MqttMessage> arrived = subscribed(watching, topic, 1);
            PahoClient vanishing = connected(server, unique(), mortal);

            vanishing.disconnectForcibly(0, 0, false);

            assertThat(next(arrived)).isEqualTo("gone");
            vanishing.close(true);
            watching.disconnect();
        }
    }

    @Test
    void sharedSubscriptionDividesTheMessages(PacketboatServer server) throws Exception {
        String topic = unique();
        try (PahoClient one = connected(server, unique(), options());
                PahoClient two = connected(server, unique(), options())) {
            BlockingQueue<MqttMessage> left = subscribed(one, "$share/team/" + topic, 1);
            BlockingQueue<MqttMessage> right = subscribed(two, "$share/team/" + topic, 1);
            for (int i = 0; i < 10; i++) {
                one.publish(topic, new byte[] {(byte) i}, 1, false);
            }

            await().until(() -> left.size() + right.size() >= 10);
            await().during(Duration.ofMillis(300)).until(() -> left.size() + right.size() == 10);
            one.disconnect();
            two.disconnect();
        }
    }

    @Test
    void sessionKeepsItsMessagesUntilItExpires(PacketboatServer server) throws Exception {
        String topic = unique();
        String id = unique();
        MqttConnectionOptions lasting = options();
        lasting.setCleanStart(false);
        lasting.setSessionExpiryInterval(3_600L);
        try (PahoClient client = connected(server, id, lasting)) {
            subscribed(client, topic, 1);
            client.disconnect();
        }
        try (PahoClient publisher = connected(server, unique(), options())) {
            publisher.publish(topic, "while away".getBytes(StandardCharsets.UTF_8), 1, false);
            publisher.disconnect();
        }

        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (PahoClient client = client(server, id)) {
            client.setCallback(new Collecting(arrived));
            client.connect(lasting);
            assertThat(next(arrived)).isEqualTo("while away");
            client.disconnect();
        }
    }

    private static String next(BlockingQueue<MqttMessage> arrived) throws InterruptedException {
        MqttMessage message = arrived.poll(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return new String(message.getPayload(), StandardCharsets.UTF_8);
    }

    private static BlockingQueue<MqttMessage> subscribed(PahoClient client, String filter, int qos)
            throws MqttException {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        client.setCallback(new Collecting(arrived));
        client.subscribe(new MqttSubscription[] {new MqttSubscription(filter, qos)});
        return arrived;
    }

    private static PahoClient connected(PacketboatServer server, String id, MqttConnectionOptions options)
            throws MqttException {
        PahoClient client = client(server, id);
        client.connect(options);
        return client;
    }

    private static PahoClient client(PacketboatServer server, String id) throws MqttException {
        return new PahoClient("tcp://localhost:" + server.port(ServerPort.MQTT), id);
    }

    private static MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.getBytes(StandardCharsets.UTF_8));
        return options;
    }

    private static String unique() {
        return "mqtt-" + UUID.randomUUID();
    }
}
