package io.packetboat.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MQTT where a plain Artemis 2.55.0 loses sessions, or takes a queue for a topic. */
@ExtendWith(SharedServer.class)
class MqttMendsIT {
    private static final long SOON_SECONDS = 60;
    private static final long A_WHILE_MILLIS = 500;

    private final String name = "mqtt-mends-" + UUID.randomUUID();

    @Test
    void sessionOfSixtyDaysOutlivesItsConnection(PacketboatServer server) throws Exception {
        MqttConnectionOptions lasting = options();
        lasting.setCleanStart(false);
        lasting.setSessionExpiryInterval(Duration.ofDays(60).toSeconds());
        try (PahoClient client = client(server, name)) {
            IMqttToken connected = client.connectWithResult(lasting);
            assertThat(connected.getResponseProperties().getSessionExpiryInterval())
                    .isEqualTo(2_147_483L);
            client.subscribe(new MqttSubscription[] {new MqttSubscription(name, 1)});
            client.disconnect();
        }
        sessionEndsAfterOneSecond(server);
        publish(server, "while away");

        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (PahoClient client = client(server, name)) {
            client.setCallback(new Collecting(arrived));
            client.connect(lasting);
            assertThat(text(arrived.poll(SOON_SECONDS, TimeUnit.SECONDS))).isEqualTo("while away");
            client.disconnect();
        }
    }

    /** Shows that the broker has looked for expired sessions since the first one's client went. */
    private void sessionEndsAfterOneSecond(PacketboatServer server) throws Exception {
        MqttConnectionOptions brief = options();
        brief.setCleanStart(false);
        brief.setSessionExpiryInterval(1L);
        brief.setAutomaticReconnect(false);
        String will = name + "/ended";
        brief.setWill(will, new MqttMessage("ended".getBytes(StandardCharsets.UTF_8), 1, false, new MqttProperties()));
        MqttProperties delay = new MqttProperties();
        delay.setWillDelayInterval(60L);
        brief.setWillMessageProperties(delay);
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (PahoClient watching = client(server, name + "-watching");
                PahoClient vanishing = client(server, name + "-brief")) {
            watching.setCallback(new Collecting(arrived));
            watching.connect(options());
            watching.subscribe(new MqttSubscription[] {new MqttSubscription(will, 1)});
            vanishing.connect(brief);
            vanishing.disconnectForcibly(0, 0, false);
            assertThat(text(arrived.poll(SOON_SECONDS, TimeUnit.SECONDS))).isEqualTo("ended");
            watching.disconnect();
        }
    }

    @ParameterizedTest(name = "filter {0}name")
    @ValueSource(strings = {"", "$share/team/"})
    void subscriberOfAQueuesNameGetsTheTopicAndTheQueueKeepsItsOwn(String share, PacketboatServer server)
            throws Exception {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (Connection jms = JmsClient.CORE.factory(server).createConnection();
                PahoClient mqtt = client(server, name)) {
            jms.start();
            Session session = jms.createSession();
            session.createProducer(session.createQueue(name)).send(session.createTextMessage("before"));
            mqtt.setCallback(new Collecting(arrived));
            mqtt.connect(options());
            mqtt.subscribe(new MqttSubscription[] {new MqttSubscription(share + name, 1)});

            session.createProducer(session.createQueue(name)).send(session.createTextMessage("after"));
            mqtt.publish(name, "by MQTT".getBytes(StandardCharsets.UTF_8), 1, false);

            assertThat(text(arrived.poll(SOON_SECONDS, TimeUnit.SECONDS))).isEqualTo("by MQTT");
            assertThat(arrived.poll(A_WHILE_MILLIS, TimeUnit.MILLISECONDS)).isNull();
            try (var consumer = session.createConsumer(session.createQueue(name))) {
                assertThat(body(consumer.receive(60_000))).isEqualTo("before");
                assertThat(body(consumer.receive(60_000))).isEqualTo("after");
                assertThat(consumer.receive(A_WHILE_MILLIS)).isNull();
            }
            session.createProducer(session.createTopic(name)).send(session.createTextMessage("by JMS"));
            assertThat(text(arrived.poll(SOON_SECONDS, TimeUnit.SECONDS))).isEqualTo("by JMS");
            mqtt.disconnect();
        }
    }

    private void publish(PacketboatServer server, String text) throws Exception {
        try (PahoClient publisher = client(server, name + "-publisher")) {
            publisher.connect(options());
            publisher.publish(name, text.getBytes(StandardCharsets.UTF_8), 1, false);
            publisher.disconnect();
        }
    }

    private static String text(MqttMessage message) {
        assertThat(message).isNotNull();
        return new String(message.getPayload(), StandardCharsets.UTF_8);
    }

    private static String body(Message message) throws Exception {
        assertThat(message).isNotNull();
        return message.getBody(String.class);
    }

    private static PahoClient client(PacketboatServer server, String id) throws Exception {
        return new PahoClient("tcp://localhost:" + server.port(ServerPort.MQTT), id);
    }

    private static MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.getBytes(StandardCharsets.UTF_8));
        return options;
    }
}
