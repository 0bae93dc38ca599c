package io.packetboat.broker.mqtt;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttVersion;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Keeps to the Receive Maximum that an MQTT 5 client names in CONNECT (3.1.2.11.3 of MQTT 5).
 *
 * <p>Artemis 2.55.0 ({@code MQTTSessionCallback.hasCredits}) looks at durable messages alone, takes one of quality 2 for
 * settled between PUBREC and PUBREL, and lets subscriptions overtake each other.
 */
public final class ClientReceiveMaximum implements MQTTInterceptor {
    private static final String NAME = "packetboat-receive-maximum";

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect
                && connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel()
                && connect.variableHeader().properties().getProperty(MqttPropertyType.RECEIVE_MAXIMUM.value())
                        instanceof IntegerProperty maximum
                && maximum.value() > 0
                && connection.getTransportConnection() instanceof NettyConnection transport) {
            hold(transport.getChannel().pipeline(), maximum.value());
        }
        return true;
    }

    private static void hold(ChannelPipeline pipeline, int maximum) {
        ChannelHandlerContext artemis = pipeline.context(MQTTProtocolHandler.class);
        if (artemis != null && pipeline.get(NAME) == null) {
            pipeline.addBefore(artemis.name(), NAME, new HeldPublishes(maximum));
        }
    }
}
