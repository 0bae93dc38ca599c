package io.packetboat.it.client;

import io.packetboat.it.Admin;
import io.packetboat.it.TrustStore;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** MQTT 3.1.1 with Eclipse Paho. */
final class Mqtt3Party implements Party {
    private final MqttClient client;

    Mqtt3Party(String uri, String clientId, TrustStore trust) throws MqttException {
        client = new MqttClient(uri, clientId, new MemoryPersistence());
        MqttConnectOptions options = new MqttConnectOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.toCharArray());
        if (uri.startsWith("ssl:") || uri.startsWith("wss:")) {
            options.setSocketFactory(trust.context().getSocketFactory());
        }
        client.connect(options);
    }

    @Override
    public void send(Destination to, Letter letter) throws MqttException {
        client.publish(to.slashed(), letter.body().bytes(), 1, false);
    }

    @Override
    public Mailbox consume(Destination from) throws MqttException {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        client.subscribe(from.slashed(), 1, (topic, message) -> arrived.add(message));
        return new Mqtt3Mailbox(client, from.slashed(), arrived);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect();
        client.close();
    }

    private record Mqtt3Mailbox(MqttClient client, String filter, BlockingQueue<MqttMessage> arrived)
            implements Mailbox {
        @Override
        public Letter next(Duration within) throws InterruptedException {
            MqttMessage message = arrived.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("No message within " + within);
            }
            return new Letter(new Letter.Body.Bytes(message.getPayload()), Map.of(), "");
        }

        @Override
        public void close() throws MqttException {
            client.unsubscribe(filter);
        }
    }
}
