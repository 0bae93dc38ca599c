package io.packetboat.broker.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProtocolGateTest {
    private final EmbeddedChannel channel = gated();

    @Test
    void silentClientIsClosedAfterTenSeconds() {
        channel.writeInbound(bytes("CON"));
        pass(9);
        assertThat(channel.isOpen()).isTrue();

        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void halfAnIntroductionIsClosedAfterAMinuteThoughItsProtocolIsKnown() {
        channel.writeInbound(bytes("CONNECT\nlogin:"));
        pass(59);
        assertThat(channel.isOpen()).isTrue();

        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void answeredClientIsLeftAlone() {
        channel.writeInbound(bytes("CONNECT\n\n\0"));
        channel.writeOutbound(bytes("CONNECTED\n\n\0"));
        pass(1_000);

        assertThat(channel.isOpen()).isTrue();
        assertThat(channel.pipeline().get(ProtocolGate.class)).isNull();
    }

    @Test
    void clientOfAnotherProtocolIsClosedAtOnce() {
        channel.writeInbound(bytes("SSH-2.0-x"));

        assertThat(channel.isOpen()).isFalse();
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private static EmbeddedChannel gated() {
        ByteToMessageDecoder sniffing = new Sniffing();
        EmbeddedChannel channel = new EmbeddedChannel(new ProtocolGate(sniffing, head -> head[0] == 'C', 10), sniffing);
        channel.freezeTime();
        return channel;
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    }

    /** As Artemis' decoder, which goes away when it knows the protocol. */
    private static final class Sniffing extends ByteToMessageDecoder {
        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            if (in.readableBytes() >= 8) {
                context.pipeline().remove(this);
            }
        }
    }
}
