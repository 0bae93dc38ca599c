package io.packetboat.broker.mqtt;

import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTReasonCodes;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Bounds how many messages of quality 1 and 2 an MQTT 5 client may have sent without their being settled.
 *
 * <p>Artemis 2.55.0 neither says such a bound in CONNACK nor keeps one, so that a client may open 65,535 of them at once.
 * Whoever goes beyond it is disconnected with 0x93, as the standard wants it (3.3.4 of MQTT 5). MQTT 3 has no such word.
 */
public final class ReceiveMaximum {
    /** Open messages of one connection: more than any client that waits for answers needs. */
    static final int MAXIMUM = 100;

    private static final int FAILURE = 0x80;

    /** The open packets of each connection of version 5, by its id. */
    private final Map<Object, Set<Integer>> open = new ConcurrentHashMap<>();

    /** Counts what clients send. */
    public MQTTInterceptor incoming() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                if (packet instanceof MqttConnectMessage connect) {
                    begin(connect, connection);
                }
                return !(packet instanceof MqttPublishMessage publish) || isWithin(publish, connection);
            }
        };
    }

    /** Tells the bound in CONNACK, and counts what is settled. */
    public MQTTInterceptor outgoing() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                Set<Integer> packets = open.get(connection.getID());
                if (packets != null) {
                    settle(packet, packets);
                }
                return true;
            }
        };
    }

    private void begin(MqttConnectMessage connect, RemotingConnection connection) {
        if (connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel()
                && open.putIfAbsent(connection.getID(), ConcurrentHashMap.newKeySet()) == null) {
            connection.addCloseListener(() -> open.remove(connection.getID()));
        }
    }

    private boolean isWithin(MqttPublishMessage publish, RemotingConnection connection) {
        Set<Integer> packets = open.get(connection.getID());
        if (packets == null || publish.fixedHeader().qosLevel() == MqttQoS.AT_MOST_ONCE) {
            return true;
        }
        packets.add(publish.variableHeader().packetId());
        if (packets.size() <= MAXIMUM) {
            return true;
        }
        // Artemis closes the connection that an interceptor refuses, without a word.
        if (connection.getTransportConnection() instanceof NettyConnection transport) {
            transport
                    .getChannel()
                    .writeAndFlush(MqttMessageBuilders.disconnect()
                            .reasonCode(MQTTReasonCodes.RECEIVE_MAXIMUM_EXCEEDED)
                            .build())
                    .addListener(ChannelFutureListener.CLOSE);
        }
        return false;
    }

    private static void settle(MqttMessage packet, Set<Integer> packets) {
        switch (packet.fixedHeader().messageType()) {
            case CONNACK -> tell((MqttConnAckMessage) packet);
            case PUBACK, PUBCOMP -> packets.remove(((MqttMessageIdVariableHeader) packet.variableHeader()).messageId());
            case PUBREC -> {
                if (packet.variableHeader() instanceof MqttPubReplyMessageVariableHeader answer
                        && Byte.toUnsignedInt(answer.reasonCode()) >= FAILURE) {
                    packets.remove(answer.messageId());
                }
            }
            default -> {
                // Says nothing of what the client sent.
            }
        }
    }

    private static void tell(MqttConnAckMessage answer) {
        // A refusal carries Netty's one and only empty properties, which must stay empty.
        if (answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            answer.variableHeader()
                    .properties()
                    .add(new IntegerProperty(MqttPropertyType.RECEIVE_MAXIMUM.value(), MAXIMUM));
        }
    }
}
