package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/**
 * A durable subscription of quality 2 with one client that keeps its state over all rounds, and hands a message on when it
 * comes.
 *
 * <p>Nothing confirms that an acknowledgement is on the disk: PUBACK has no answer, and Artemis sends PUBREL before its
 * record of the consumption is written. So what is consumed by MQTT may return after a crash, of quality 2 as well.
 * Paho's client for MQTT 5 reads the DUP flag and tells nobody: what comes here is never seen to be marked.
 */
final class Mqtt5Subscriber implements Subscriber, MqttCallback {
    private static final int QUALITY = 2;
    private static final long ANSWER_WITHIN_MILLIS = 120_000;

    private final String topic;
    private final History history;
    private final MqttAsyncClient client;
    private volatile CountDownLatch lost = new CountDownLatch(1);

    Mqtt5Subscriber(PacketboatServer server, String topic, History history) throws MqttException {
        this.topic = topic;
        this.history = history;
        this.client = new MqttAsyncClient(MqttClients.url(server), name(), new MemoryPersistence());
        client.setCallback(this);
    }

    @Override
    public String name() {
        return "crash-subscriber-mqtt5";
    }

    @Override
    public String queue() {
        return name() + '.' + topic.replace('/', '.');
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        lost = new CountDownLatch(1);
        client.connect(MqttClients.options(false)).waitForCompletion(ANSWER_WITHIN_MILLIS);
        client.subscribe(topic, QUALITY).waitForCompletion(ANSWER_WITHIN_MILLIS);
        working.countDown();
        try {
            lost.await();
        } catch (InterruptedException told) {
            client.disconnect().waitForCompletion(ANSWER_WITHIN_MILLIS);
        }
    }

    @Override
    public void messageArrived(String from, MqttMessage message) {
        String text = new String(message.getPayload(), StandardCharsets.UTF_8);
        history.add(Content.received(text, message.isDuplicate()));
        history.add(new Event.Consuming(Content.message(text)));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost.countDown();
    }

    @Override
    public void mqttErrorOccurred(MqttException failure) {
        lost.countDown();
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean again, String url) {}

    @Override
    public void authPacketArrived(int reason, MqttProperties properties) {}
}
