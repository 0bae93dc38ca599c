package io.packetboat.broker;

import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Ends an MQTT subscription to a queue that exists already and that the user may not consume from.
 *
 * <p>Artemis' {@code MQTTSubscriptionManager.addSubscription} answers every Exception from there on by deleting the queue
 * with its messages, though the subscription did not make it: anybody's queue, or the own durable subscription of a user
 * who lost the right for a while. It does not catch an Error, so this is one, and the connection is closed in place of an
 * answer.
 */
final class MqttConsumerRefused extends Error {
    private static final long serialVersionUID = 1L;

    private MqttConsumerRefused() {
        super("An MQTT client may not consume from a queue that exists; its connection is closed", null, false, false);
    }

    static void endIfMqtt(RemotingConnection connection) {
        if (ClientProtocol.of(connection).equals("mqtt")) {
            connection.getTransportConnection().close();
            throw new MqttConsumerRefused();
        }
    }
}
