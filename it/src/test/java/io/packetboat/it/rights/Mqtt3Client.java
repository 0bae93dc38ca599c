package io.packetboat.it.rights;

import io.packetboat.it.client.Destination;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** MQTT 3.1.1 with Eclipse Paho: a subscription is refused with 0x80, a publication by the end of the connection. */
final class Mqtt3Client implements Client, MqttCallback {
    private static final long SOON_MILLIS = 60_000;

    private final MqttAsyncClient client;
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    Mqtt3Client(int port, Login login, String clientId, boolean keepsSession) throws Exception {
        client = new MqttAsyncClient("tcp://127.0.0.1:" + port, clientId, new MemoryPersistence());
        client.setCallback(this);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        if (!login.user().isEmpty()) {
            options.setUserName(login.user());
            options.setPassword(login.password().toCharArray());
        }
        options.setSocketFactory(new LocalSockets(login.source()));
        options.setCleanSession(!keepsSession);
        try {
            client.connect(options).waitForCompletion(SOON_MILLIS);
        } catch (MqttException e) {
            client.close();
            throw e.getReasonCode() == MqttException.REASON_CODE_NOT_AUTHORIZED
                            || e.getReasonCode() == MqttException.REASON_CODE_FAILED_AUTHENTICATION
                    ? new Refused(e)
                    : e;
        }
    }

    @Override
    public void send(Destination to, String text) throws Exception {
        try {
            client.publish(slashed(to.name()), text.getBytes(StandardCharsets.UTF_8), 1, false)
                    .waitForCompletion(SOON_MILLIS);
        } catch (MqttException e) {
            throw e.getReasonCode() == MqttException.REASON_CODE_CONNECTION_LOST ? new Refused(e) : e;
        }
    }

    @Override
    public void consume(Destination from) throws Exception {
        subscribe(from.name());
    }

    @Override
    public String receive() throws InterruptedException {
        String text = arrived.poll(SOON_MILLIS, TimeUnit.MILLISECONDS);
        if (text == null) {
            throw new AssertionError("No message");
        }
        return text;
    }

    @Override
    public void subscribeDurably(String topic, String subscription) throws Exception {
        subscribe(topic);
    }

    @Override
    public void unsubscribe(String topic, String subscription) throws Exception {
        client.unsubscribe(slashed(topic)).waitForCompletion(SOON_MILLIS);
    }

    @Override
    public boolean endsWithin(Duration time) throws InterruptedException {
        return ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect().waitForCompletion(SOON_MILLIS);
        }
        client.close();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        arrived.add(new String(message.getPayload(), StandardCharsets.UTF_8));
    }

    @Override
    public void connectionLost(Throwable cause) {
        ended.countDown();
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // The senders wait for their own token.
    }

    private void subscribe(String topic) throws Exception {
        IMqttToken token = client.subscribe(slashed(topic), 1);
        try {
            token.waitForCompletion(SOON_MILLIS);
        } catch (MqttException e) {
            throw e.getReasonCode() == MqttException.REASON_CODE_SUBSCRIBE_FAILED
                            || e.getReasonCode() == MqttException.REASON_CODE_CONNECTION_LOST
                    ? new Refused(e)
                    : e;
        }
        if (token.getGrantedQos()[0] == 0x80) {
            throw new Refused("0x80");
        }
    }

    private static String slashed(String name) {
        return name.replace('.', '/');
    }
}
