package io.packetboat.broker.mqtt;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTConnection;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Sees in CONNECT which connections have a session that outlives them; safe from any thread. */
public final class LastingSessions implements MQTTInterceptor {
    /** Connections by id. */
    private final Set<Object> lasting = ConcurrentHashMap.newKeySet();

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect && lasts(connect) && lasting.add(connection.getID())) {
            connection.addCloseListener(() -> lasting.remove(connection.getID()));
        }
        return true;
    }

    boolean include(RemotingConnection connection) {
        return connection instanceof MQTTConnection && lasting.contains(connection.getID());
    }

    private static boolean lasts(MqttConnectMessage connect) {
        if (connect.variableHeader().version() < MqttVersion.MQTT_5.protocolLevel()) {
            return !connect.variableHeader().isCleanSession();
        }
        var expiry =
                connect.variableHeader().properties().getProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value());
        return expiry instanceof IntegerProperty asked && asked.value() != 0;
    }
}
