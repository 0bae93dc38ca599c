package io.packetboat.it.crash;

import io.packetboat.it.Admin;
import io.packetboat.it.PacketboatServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * A durable subscription by MQTT 3.1.1 with one client that keeps its state over all rounds, and hands a message of quality
 * 2 on when it is released.
 *
 * <p>Nothing confirms that an acknowledgement is on the disk, since PUBACK has no answer and PUBREL comes before it is: what
 * is consumed may return after a crash, and must be marked then.
 */
final class MqttSubscriber implements Subscriber, MqttCallback {
    private static final long ANSWER_WITHIN_MILLIS = 120_000;

    private final String topic;
    private final int quality;
    private final History history;
    private final MqttAsyncClient client;
    private volatile CountDownLatch lost = new CountDownLatch(1);

    MqttSubscriber(PacketboatServer server, String topic, int quality, History history) throws MqttException {
        this.topic = topic;
        this.quality = quality;
        this.history = history;
        this.client = new MqttAsyncClient(MqttClients.url(server), name(), new MemoryPersistence());
        client.setCallback(this);
    }

    @Override
    public String name() {
        return "crash-subscriber-" + quality;
    }

    @Override
    public String queue() {
        return name() + '.' + topic.replace('/', '.');
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        lost = new CountDownLatch(1);
        client.connect(options()).waitForCompletion(ANSWER_WITHIN_MILLIS);
        client.subscribe(topic, quality).waitForCompletion(ANSWER_WITHIN_MILLIS);
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
    public void connectionLost(Throwable cause) {
        lost.countDown();
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}

    private static MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.toCharArray());
        options.setCleanSession(false);
        options.setConnectionTimeout(60);
        options.setKeepAliveInterval(MqttClients.KEEP_ALIVE_SECONDS);
        return options;
    }
}
