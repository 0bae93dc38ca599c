package io.packetboat.broker.mqtt;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;

/**
 * Sends MQTT messages to the topic where a queue has the same name.
 *
 * <p>Artemis 2.55.0 ({@code MQTTPublishManager.sendToQueue}) gives them the routing that the address had first, so a
 * topic that came after the queue would never see them. An address that is a queue alone gets them, as from Artemis.
 */
public final class PublishesToTopics {
    private final ActiveMQServer server;

    public PublishesToTopics(ActiveMQServer server) {
        this.server = server;
    }

    /** Before the message is routed, on the thread of its connection. */
    public void beforeSend(ServerSession session, Message message) {
        if (message.getRoutingType() == RoutingType.ANYCAST
                && session.getRemotingConnection() instanceof MQTTConnection
                && isTopic(message.getAddressSimpleString())) {
            message.setRoutingType(RoutingType.MULTICAST);
        }
    }

    private boolean isTopic(SimpleString address) {
        AddressInfo known = server.getAddressInfo(address);
        return known != null && known.getRoutingTypes().contains(RoutingType.MULTICAST);
    }
}
