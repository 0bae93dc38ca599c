package io.packetboat.broker.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldPublishesTest {
    private static final byte REFUSED = (byte) 0x87;

    private final EmbeddedChannel channel = new EmbeddedChannel(new HeldPublishes(2));

    @Test
    void whatTheClientHasRoomForGoesInOrder() {
        List.of(1, 2, 3, 4).forEach(id -> send(id, MqttQoS.AT_LEAST_ONCE));
        assertThat(sent()).containsExactly(1, 2);

        settle(MqttMessageType.PUBACK, 2, (byte) 0);
        assertThat(sent()).containsExactly(3);

        settle(MqttMessageType.PUBACK, 1, (byte) 0);
        settle(MqttMessageType.PUBACK, 3, (byte) 0);
        assertThat(sent()).containsExactly(4);
    }

    @Test
    void messageOfQualityTwoIsSettledWhenItIsCompleteOrRefused() {
        List.of(1, 2, 3, 4).forEach(id -> send(id, MqttQoS.EXACTLY_ONCE));
        assertThat(sent()).containsExactly(1, 2);

        settle(MqttMessageType.PUBREC, 1, (byte) 0);
        assertThat(sent()).isEmpty();

        settle(MqttMessageType.PUBCOMP, 1, (byte) 0);
        settle(MqttMessageType.PUBREC, 2, REFUSED);
        assertThat(sent()).containsExactly(3, 4);
    }

    @Test
    void messagesOfQualityZeroAndThoseSentAgainPass() {
        send(1, MqttQoS.AT_LEAST_ONCE);
        send(2, MqttQoS.AT_LEAST_ONCE);
        send(3, MqttQoS.AT_LEAST_ONCE);
        send(0, MqttQoS.AT_MOST_ONCE);
        send(1, MqttQoS.AT_LEAST_ONCE);

        assertThat(sent()).containsExactly(1, 2, 0, 1);
    }

    @Test
    void connectionThatHoldsManyTakesNoMoreUntilTheyAreSettled() {
        for (int id = 1; id <= 200; id++) {
            send(id, MqttQoS.AT_LEAST_ONCE);
        }
        assertThat(channel.isWritable()).isFalse();

        for (int id = 1; id <= 150; id++) {
            settle(MqttMessageType.PUBACK, id, (byte) 0);
        }

        assertThat(channel.isWritable()).isTrue();
    }

    @Test
    void whatIsHeldIsReleasedWithTheConnection() {
        send(1, MqttQoS.AT_LEAST_ONCE);
        send(2, MqttQoS.AT_LEAST_ONCE);
        ByteBuf payload = send(3, MqttQoS.AT_LEAST_ONCE);

        channel.close();
        channel.runPendingTasks();

        assertThat(payload.refCnt()).isZero();
    }

    /** The payload as it goes out; the builder makes a copy. */
    private ByteBuf send(int id, MqttQoS quality) {
        MqttPublishMessage packet = MqttMessageBuilders.publish()
                .topicName("t")
                .messageId(id)
                .qos(quality)
                .payload(Unpooled.buffer(1).writeByte('x'))
                .build();
        channel.writeOneOutbound(packet);
        channel.flushOutbound();
        return packet.payload();
    }

    private void settle(MqttMessageType type, int id, byte reason) {
        var answer =
                MqttMessageBuilders.pubAck().packetId(id).reasonCode(reason).build();
        channel.writeInbound(new MqttMessage(fixedHeader(type), answer.variableHeader()));
    }

    private static MqttFixedHeader fixedHeader(MqttMessageType type) {
        return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
    }

    private List<Integer> sent() {
        return Stream.generate(() -> (MqttPublishMessage) channel.readOutbound())
                .takeWhile(packet -> packet != null)
                .map(packet -> packet.variableHeader().packetId())
                .toList();
    }
}
