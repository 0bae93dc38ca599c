package io.packetboat.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import io.packetboat.it.ServerPort;
import io.packetboat.it.SharedServer;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Receive Maximum of MQTT 5, in both directions. */
@ExtendWith(SharedServer.class)
class MqttFlowIT {
    private static final int ALLOWED = 100;
    private static final int PUBLISHED = 5;
    private static final int MANY = 500;
    private static final int SOON_MILLIS = 60_000;
    private static final int A_WHILE_MILLIS = 500;

    private final String name = "mqtt-flow-" + UUID.randomUUID();

    @Test
    void serverTellsHowManyMessagesMayBeOpen(PacketboatServer server) throws Exception {
        try (PahoClient client = client(server, name)) {
            IMqttToken connected = client.connectWithResult(options());

            assertThat(connected.getResponseProperties().getReceiveMaximum()).isEqualTo(ALLOWED);
            client.disconnect();
        }
    }

    @Test
    void clientWithMoreOpenMessagesIsDisconnectedWithTheReason(PacketboatServer server) throws Exception {
        try (Socket socket = new Socket("localhost", server.port(ServerPort.MQTT))) {
            socket.setSoTimeout(SOON_MILLIS);
            DataInputStream answers = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write(packet(0x10, connect()));
            assertThat(next(answers)[0]).isEqualTo((byte) 0x20);
            for (int id = 1; id <= ALLOWED; id++) {
                socket.getOutputStream().write(packet(0x34, publish(id)));
                assertThat(next(answers)[0]).isEqualTo((byte) 0x50);
            }

            socket.getOutputStream().write(packet(0x34, publish(ALLOWED + 1)));

            assertThat(next(answers)).startsWith(0xE0, 0x93);
            assertThat(answers.read()).isEqualTo(-1);
        }
    }

    @Test
    void clientGetsAsManyOpenMessagesAsItAskedForAndInTheEndAll(PacketboatServer server) throws Exception {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (PahoClient client = subscriber(server, arrived, 1);
                PahoClient publisher = client(server, name + "-publisher")) {
            publisher.connect(options());
            publish(publisher, name + "/a", 1);
            MqttMessage first = next(arrived);
            MqttMessage second = next(arrived);
            publish(publisher, name + "/b", 1);
            assertThat(arrived.poll(A_WHILE_MILLIS, TimeUnit.MILLISECONDS)).isNull();

            client.messageArrivedComplete(first.getId(), 1);
            client.messageArrivedComplete(second.getId(), 1);

            for (int i = 2; i < 2 * PUBLISHED; i++) {
                client.messageArrivedComplete(next(arrived).getId(), 1);
            }
            client.disconnect();
            publisher.disconnect();
        }
    }

    // Paho completes messages of quality 2 by itself; HeldPublishesTest sees how many may be open.
    @Test
    void everySubscriptionOfQualityTwoGoesOn(PacketboatServer server) throws Exception {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (PahoClient client = subscriber(server, arrived, 2);
                PahoClient publisher = client(server, name + "-publisher")) {
            publisher.connect(options());
            publish(publisher, name + "/a", 2);
            publish(publisher, name + "/b", 2);

            for (int i = 0; i < 2 * PUBLISHED; i++) {
                client.messageArrivedComplete(next(arrived).getId(), 2);
            }
            client.disconnect();
            publisher.disconnect();
        }
    }

    @Test
    void messagesThatAreNotDurableCountForTheClientToo(PacketboatServer server) throws Exception {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        try (PahoClient client = subscriber(server, arrived, 1);
                Connection jms = JmsClient.CORE.factory(server).createConnection()) {
            Session session = jms.createSession();
            MessageProducer producer = session.createProducer(session.createTopic(name + ".a"));
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            for (int i = 0; i < MANY; i++) {
                producer.send(session.createTextMessage("x"));
            }
            MqttMessage first = next(arrived);
            client.messageArrivedComplete(next(arrived).getId(), 1);
            MqttMessage third = next(arrived);
            assertThat(arrived.poll(A_WHILE_MILLIS, TimeUnit.MILLISECONDS)).isNull();

            client.messageArrivedComplete(first.getId(), 1);
            client.messageArrivedComplete(third.getId(), 1);

            for (int i = 3; i < MANY; i++) {
                client.messageArrivedComplete(next(arrived).getId(), 1);
            }
            client.disconnect();
        }
    }

    /** That wants two messages at a time, and settles them when the test says so. */
    private PahoClient subscriber(PacketboatServer server, BlockingQueue<MqttMessage> arrived, int quality)
            throws Exception {
        PahoClient client = client(server, name);
        client.setManualAcks(true);
        client.setCallback(new Collecting(arrived));
        MqttConnectionOptions two = options();
        two.setReceiveMaximum(2);
        client.connect(two);
        client.subscribe(new MqttSubscription[] {
            new MqttSubscription(name + "/a", quality), new MqttSubscription(name + "/b", quality)
        });
        return client;
    }

    private static void publish(PahoClient publisher, String topic, int quality) throws Exception {
        for (int i = 0; i < PUBLISHED; i++) {
            publisher.publish(topic, "x".getBytes(UTF_8), quality, false);
        }
    }

    private static MqttMessage next(BlockingQueue<MqttMessage> arrived) throws InterruptedException {
        MqttMessage message = arrived.poll(SOON_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    private static PahoClient client(PacketboatServer server, String id) throws Exception {
        return new PahoClient("tcp://localhost:" + server.port(ServerPort.MQTT), id);
    }

    private static MqttConnectionOptions options() {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.getBytes(UTF_8));
        return options;
    }

    private byte[] connect() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text(bytes, "MQTT");
        // Version 5, with user, password and clean start, alive for a minute, no properties.
        bytes.writeBytes(new byte[] {5, (byte) 0xC2, 0, 60, 0});
        text(bytes, name);
        text(bytes, Admin.USER);
        text(bytes, Admin.PASSWORD);
        return bytes.toByteArray();
    }

    private byte[] publish(int id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text(bytes, name);
        bytes.writeBytes(new byte[] {0, (byte) id, 0, 'x'});
        return bytes.toByteArray();
    }

    private static void text(ByteArrayOutputStream bytes, String text) {
        byte[] content = text.getBytes(UTF_8);
        bytes.write(0);
        bytes.write(content.length);
        bytes.writeBytes(content);
    }

    /** Shorter than 128 bytes, so that the length is one byte. */
    private static byte[] packet(int type, byte[] rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(type);
        bytes.write(rest.length);
        bytes.writeBytes(rest);
        return bytes.toByteArray();
    }

    /** The type, and what stands behind the length. */
    private static byte[] next(DataInputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(in.readByte());
        bytes.writeBytes(in.readNBytes(in.readUnsignedByte()));
        return bytes.toByteArray();
    }
}
