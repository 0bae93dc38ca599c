package io.packetboat.it.crash;

import io.packetboat.it.PacketboatServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Publishes one message after the other; PUBACK (quality 1) or PUBCOMP (quality 2) is waited for. */
record MqttPublisher(String topic, int quality, Names names, int size, History history) implements Lane {
    private static final long ANSWER_WITHIN_MILLIS = 120_000;

    @Override
    public String name() {
        return names.prefix();
    }

    @Override
    public void work(PacketboatServer server, CountDownLatch working) throws Exception {
        // A new client each time, so that nothing is sent a second time.
        MqttAsyncClient client = new MqttAsyncClient(MqttClients.url(server), names.prefix(), new MemoryPersistence());
        try {
            client.connect(MqttClients.options(true)).waitForCompletion(ANSWER_WITHIN_MILLIS);
            working.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                publish(client, names.next());
            }
        } finally {
            client.close(true);
        }
    }

    private void publish(MqttAsyncClient client, String message) throws MqttException {
        byte[] payload = Content.of(message, size).getBytes(StandardCharsets.UTF_8);
        history.add(new Event.Sending(message));
        client.publish(topic, payload, quality, false).waitForCompletion(ANSWER_WITHIN_MILLIS);
        history.add(new Event.Sent(message));
    }
}
