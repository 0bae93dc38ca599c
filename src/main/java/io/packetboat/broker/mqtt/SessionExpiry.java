package io.packetboat.broker.mqtt;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Bounds the life of an MQTT 5 session, and the delay of its will, to what Artemis 2.55.0 and 2.56.0 can count.
 *
 * <p>{@code MQTTStateManager.scanSessions} computes {@code seconds * 1000} in int. A session that asked for 30 days is
 * then long expired at the next scan after its client has gone, and is deleted with its messages; its will is sent at
 * once. Here the longest finite life is {@link #LONGEST_SECONDS}, and CONNACK says so, as the standard allows (3.2.2.3.2
 * of MQTT 5). "Never" is kept: as an int it is negative, and Artemis leaves such sessions alone.
 */
public final class SessionExpiry {
    /** 24 days, 20 hours, 31 minutes and 23 seconds. */
    static final int LONGEST_SECONDS = Integer.MAX_VALUE / 1000;

    private static final int EXPIRY = MqttPropertyType.SESSION_EXPIRY_INTERVAL.value();
    private static final int WILL_DELAY = MqttPropertyType.WILL_DELAY_INTERVAL.value();

    /** Connections by id, from a shortened CONNECT to its CONNACK. */
    private final Set<Object> shortened = ConcurrentHashMap.newKeySet();

    /** Shortens what clients ask for in CONNECT and DISCONNECT. */
    public MQTTInterceptor incoming() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                if (packet instanceof MqttConnectMessage connect) {
                    shorten(connect, connection);
                } else if (packet.variableHeader() instanceof MqttReasonCodeAndPropertiesVariableHeader end) {
                    shorten(end.properties(), EXPIRY);
                }
                return true;
            }
        };
    }

    /** Tells the client in CONNACK. */
    public MQTTInterceptor outgoing() {
        return new MQTTInterceptor() {
            @Override
            public boolean intercept(MqttMessage packet, RemotingConnection connection) {
                // A refusal carries Netty's one and only empty properties, which must stay empty.
                if (packet instanceof MqttConnAckMessage answer
                        && shortened.remove(connection.getID())
                        && answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
                    answer.variableHeader().properties().add(new IntegerProperty(EXPIRY, LONGEST_SECONDS));
                }
                return true;
            }
        };
    }

    private void shorten(MqttConnectMessage connect, RemotingConnection connection) {
        shorten(connect.payload().willProperties(), WILL_DELAY);
        if (shorten(connect.variableHeader().properties(), EXPIRY) && shortened.add(connection.getID())) {
            connection.addCloseListener(() -> shortened.remove(connection.getID()));
        }
    }

    /** Whether the property was there, and longer than can be counted. */
    static boolean shorten(MqttProperties properties, int id) {
        if (properties.getProperty(id) instanceof IntegerProperty asked && asked.value() > LONGEST_SECONDS) {
            properties.add(new IntegerProperty(id, LONGEST_SECONDS));
            return true;
        }
        return false;
    }
}
