package io.packetboat.it.protocol;

import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Paho's MQTT 5 client, which a try statement can close. */
final class PahoClient extends MqttClient implements AutoCloseable {
    PahoClient(String uri, String id) throws MqttException {
        super(uri, id, new MemoryPersistence());
    }
}
