package io.packetboat.broker.mqtt;

import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * Lets every subscription of an MQTT client go on when the client has settled a message.
 *
 * <p>The client's Receive Maximum counts for all its subscriptions together, and each of them stops where it is reached.
 * Artemis 2.55.0 ({@code MQTTPublishManager.releaseFlowControl}) wakes the one whose message was settled, and none after
 * PUBCOMP: the messages of the others would wait until the next one is published to them.
 */
public final class SharedQuota {
    private final ActiveMQServer server;

    public SharedQuota(ActiveMQServer server) {
        this.server = server;
    }

    /** A consumer's message was settled; for every message, so it must cost next to nothing. */
    public void acknowledged(@Nullable ServerConsumer consumer) {
        ServerSession session = consumer == null ? null : server.getSessionByID(consumer.getSessionID());
        if (session != null
                && session.getRemotingConnection() instanceof MQTTConnection client
                && client.getReceiveMaximum() > 0) {
            session.getServerConsumers().forEach(ServerConsumer::promptDelivery);
        }
    }
}
