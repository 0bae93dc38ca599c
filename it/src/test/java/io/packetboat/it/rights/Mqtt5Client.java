package io.packetboat.it.rights;

import io.packetboat.it.client.Destination;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;

/** MQTT 5 with Eclipse Paho: a refusal is the reason code 0x87. */
final class Mqtt5Client implements Client, MqttCallback {
    private static final long SOON_MILLIS = 60_000;
    private static final int NOT_AUTHORIZED = MqttReturnCode.RETURN_CODE_NOT_AUTHORIZED;

    private final MqttAsyncClient client;
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    Mqtt5Client(int port, Login login, String clientId, boolean keepsSession) throws Exception {
        client = new MqttAsyncClient("tcp://127.0.0.1:" + port, clientId, new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        if (!login.user().isEmpty()) {
            options.setUserName(login.user());
            options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
        }
        options.setSocketFactory(new LocalSockets(login.source()));
        options.setCleanStart(!keepsSession);
        options.setSessionExpiryInterval(keepsSession ? 3_600L : 0L);
        try {
            await(client.connect(options));
        } catch (MqttException e) {
            client.close();
            throw e.getReasonCode() == NOT_AUTHORIZED || e.getReasonCode() == 0x86 ? new Refused(e) : e;
        }
    }

    @Override
    public void send(Destination to, String text) throws Exception {
        await(client.publish(slashed(to.name()), text.getBytes(StandardCharsets.UTF_8), 1, false));
    }

    @Override
    public void consume(Destination from) throws Exception {
        try {
            await(client.subscribe(slashed(from.name()), 1));
        } catch (MqttException e) {
            // To the name of a queue, a refused subscription ends the connection.
            throw e.getReasonCode() == MqttClientException.REASON_CODE_CONNECTION_LOST ? new Refused(e) : e;
        }
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
        await(client.subscribe(slashed(topic), 1));
    }

    @Override
    public void unsubscribe(String topic, String subscription) throws Exception {
        await(client.unsubscribe(slashed(topic)));
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
    public void disconnected(MqttDisconnectResponse response) {
        ended.countDown();
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        // Every error also ends in the answer that is awaited or in the end of the connection.
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // The senders wait for their own token.
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // The constructor waits for its own token.
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        throw new AssertionError("Nobody asked for extended authentication");
    }

    private static void await(IMqttToken token) throws Exception {
        try {
            token.waitForCompletion(SOON_MILLIS);
        } catch (MqttException e) {
            throw e.getReasonCode() == NOT_AUTHORIZED ? new Refused(e) : e;
        }
        int[] codes = token.getReasonCodes();
        for (int code : codes == null ? new int[0] : codes) {
            if (code == NOT_AUTHORIZED) {
                throw new Refused("0x87");
            }
            if (code >= 0x80) {
                throw new MqttException(code);
            }
        }
    }

    private static String slashed(String name) {
        return name.replace('.', '/');
    }
}
