package io.packetboat.it.client;

import io.packetboat.it.Admin;
import io.packetboat.it.TrustStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** MQTT 5 with Eclipse Paho; properties are user properties. */
final class Mqtt5Party implements Party {
    private final MqttClient client;

    Mqtt5Party(String uri, String clientId, TrustStore trust) throws MqttException {
        client = new MqttClient(uri, clientId, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName(Admin.USER);
        options.setPassword(Admin.PASSWORD.getBytes(StandardCharsets.UTF_8));
        if (uri.startsWith("ssl:") || uri.startsWith("wss:")) {
            options.setSocketFactory(trust.context().getSocketFactory());
        }
        client.connect(options);
    }

    @Override
    public void send(Destination to, Letter letter) throws MqttException {
        MqttProperties properties = new MqttProperties();
        letter.properties()
                .forEach((name, value) -> properties.getUserProperties().add(new UserProperty(name, value)));
        if (!letter.correlationId().isEmpty()) {
            properties.setCorrelationData(letter.correlationId().getBytes(StandardCharsets.UTF_8));
        }
        properties.setPayloadFormat(letter.body() instanceof Letter.Body.Text);
        client.publish(to.slashed(), new MqttMessage(letter.body().bytes(), 1, false, properties));
    }

    @Override
    public Mailbox consume(Destination from) throws MqttException {
        BlockingQueue<MqttMessage> arrived = new LinkedBlockingQueue<>();
        IMqttMessageListener listener = (topic, message) -> arrived.add(message);
        client.subscribe(
                new MqttSubscription[] {new MqttSubscription(from.slashed(), 1)},
                new IMqttMessageListener[] {listener});
        return new Mqtt5Mailbox(client, from.slashed(), arrived);
    }

    @Override
    public void close() throws MqttException {
        client.disconnect();
        client.close();
    }

    private record Mqtt5Mailbox(MqttClient client, String filter, BlockingQueue<MqttMessage> arrived)
            implements Mailbox {
        @Override
        public Letter next(Duration within) throws InterruptedException {
            MqttMessage message = arrived.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (message == null) {
                throw new AssertionError("No message within " + within);
            }
            MqttProperties received = message.getProperties();
            Map<String, String> properties = new HashMap<>();
            received.getUserProperties().forEach(user -> properties.put(user.getKey(), user.getValue()));
            byte[] correlation = received.getCorrelationData();
            return new Letter(
                    received.getPayloadFormat()
                            ? new Letter.Body.Text(new String(message.getPayload(), StandardCharsets.UTF_8))
                            : new Letter.Body.Bytes(message.getPayload()),
                    properties,
                    correlation == null ? "" : new String(correlation, StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws MqttException {
            client.unsubscribe(filter);
        }
    }
}
