package io.packetboat.broker.mqtt;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttTopicSubscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTUtil;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.utils.CompositeAddress;

/**
 * Makes the topic of a queue's name before somebody subscribes to it by MQTT.
 *
 * <p>Where the address is there for a queue alone, Artemis 2.55.0 makes no subscription ({@code
 * MQTTSubscriptionManager.findOrCreateQueue}): it consumes from the queue itself, takes its messages from those they
 * were meant for, and deletes the queue with all messages when the consumer is refused. Here a queue and a topic of one
 * name share nothing: the address becomes a topic too, if the user may make one, else the connection ends.
 */
public final class TopicsBesideQueues implements MQTTInterceptor {
    private static final Logger LOG = System.getLogger(TopicsBesideQueues.class.getName());

    private final ActiveMQServer server;
    private final TopicRights rights;

    /** Who may make a topic. */
    public interface TopicRights {
        /** Asked on an event loop thread; false as well for a connection that has not logged in yet. */
        boolean mayMakeTopic(RemotingConnection connection, String address);
    }

    public TopicsBesideQueues(ActiveMQServer server, TopicRights rights) {
        this.server = server;
        this.rights = rights;
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (!(packet instanceof MqttSubscribeMessage subscribe)) {
            return true;
        }
        return subscribe.payload().topicSubscriptions().stream()
                .map(MqttTopicSubscription::topicFilter)
                .allMatch(filter -> isTopic(address(filter), connection));
    }

    private SimpleString address(String filter) {
        String topic = TopicFilters.withoutShare(CompositeAddress.extractAddressName(filter));
        return SimpleString.of(MQTTUtil.getCoreAddressFromMqttTopic(
                topic, server.getConfiguration().getWildcardConfiguration()));
    }

    /** Whether Artemis may go on: the address is a topic now, or it will make one itself. */
    private boolean isTopic(SimpleString address, RemotingConnection connection) {
        AddressInfo known = server.getAddressInfo(address);
        if (known == null
                || known.isInternal()
                || known.isTemporary()
                || !known.getRoutingTypes().equals(EnumSet.of(RoutingType.ANYCAST))) {
            return true;
        }
        return rights.mayMakeTopic(connection, address.toString()) && makeTopic(address);
    }

    private boolean makeTopic(SimpleString address) {
        try {
            server.updateAddressInfo(address, EnumSet.allOf(RoutingType.class));
            return true;
        } catch (Exception e) { // Artemis declares it
            LOG.log(Level.WARNING, "No topic beside the queue " + address + "; its MQTT subscriber is disconnected", e);
            return false;
        }
    }
}
