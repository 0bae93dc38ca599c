package io.packetboat.broker.mqtt;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/**
 * Sends an MQTT 5 client as many messages of quality 1 and 2 as it wants to have unsettled, and holds the others back.
 *
 * <p>Artemis stops its queues at about that number, so that few are held; where more than {@link #MANY} are, the
 * connection says that it cannot be written to, and the queues stop for that. Confined to its connection's event loop.
 */
final class HeldPublishes extends ChannelDuplexHandler {
    /** Without a meaning of its own; nobody else gives this channel's writability a word. */
    private static final int OUR_WORD = 1;

    private static final int MANY = 100;
    private static final int FAILURE = 0x80;

    private final int maximum;
    private final Set<Integer> unsettled = new HashSet<>();
    private final Queue<MqttPublishMessage> held = new ArrayDeque<>();

    HeldPublishes(int maximum) {
        this.maximum = maximum;
    }

    @Override
    public void write(ChannelHandlerContext context, Object packet, ChannelPromise promise) throws Exception {
        if (packet instanceof MqttPublishMessage publish
                && publish.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE
                && !mayGo(publish)) {
            held.add(publish);
            sayWhetherWritable(context);
            return;
        }
        super.write(context, packet, promise);
    }

    /** Notes it as sent; what is sent again counts once. */
    private boolean mayGo(MqttPublishMessage publish) {
        int id = publish.variableHeader().packetId();
        if (unsettled.size() >= maximum && !unsettled.contains(id)) {
            return false;
        }
        unsettled.add(id);
        return true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) throws Exception {
        if (packet instanceof MqttMessage answer && settles(answer)) {
            unsettled.remove(((MqttMessageIdVariableHeader) answer.variableHeader()).messageId());
            sendHeld(context);
        }
        super.channelRead(context, packet);
    }

    private static boolean settles(MqttMessage packet) {
        if (packet.decoderResult().isFailure()) {
            return false;
        }
        return switch (packet.fixedHeader().messageType()) {
            case PUBACK, PUBCOMP -> true;
            case PUBREC ->
                packet.variableHeader() instanceof MqttPubReplyMessageVariableHeader answer
                        && Byte.toUnsignedInt(answer.reasonCode()) >= FAILURE;
            default -> false;
        };
    }

    private void sendHeld(ChannelHandlerContext context) throws Exception {
        boolean sent = false;
        while (!held.isEmpty() && mayGo(held.element())) {
            super.write(context, held.remove(), context.voidPromise());
            sent = true;
        }
        if (sent) {
            context.flush();
            sayWhetherWritable(context);
        }
    }

    private void sayWhetherWritable(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        if (buffer != null) {
            buffer.setUserDefinedWritability(OUR_WORD, held.size() <= MANY);
        }
    }

    /** With the connection, or with the broker: what was held is still in its queue. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
