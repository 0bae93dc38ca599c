package io.packetboat.broker.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

class FrameLimitsTest {
    private static final FrameLimits LIMITS = new FrameLimits(100, 1_000);

    @Test
    void framesThatFitPassUnchangedHoweverTheyAreCut() {
        EmbeddedChannel channel = new EmbeddedChannel(new LengthPrefixLimit(LIMITS));
        ByteBuf frames = Unpooled.buffer();
        for (int length : new int[] {90, 100, 1_000, 0, 7}) {
            frames.writeInt(length).writeZero(length);
        }
        int total = frames.readableBytes();

        while (frames.isReadable()) {
            channel.writeInbound(frames.readRetainedSlice(Math.min(3, frames.readableBytes())));
        }

        assertThat(channel.isOpen()).isTrue();
        assertThat(received(channel)).isEqualTo(total);
    }

    @Test
    void lengthBeyondTheLimitClosesBeforeAnyOfTheFrameIsKept() {
        EmbeddedChannel channel = new EmbeddedChannel(new LengthPrefixLimit(LIMITS));

        channel.writeInbound(Unpooled.buffer().writeInt(Integer.MAX_VALUE));

        assertThat(channel.isOpen()).isFalse();
        assertThat(received(channel)).isZero();
    }

    @Test
    void nothingPassesBehindARefusedFrameWhileTlsTakesItsTimeToClose() {
        EmbeddedChannel channel = new EmbeddedChannel(new SlowFarewell(), new LengthPrefixLimit(LIMITS));

        channel.writeInbound(Unpooled.buffer().writeInt(Integer.MAX_VALUE));
        channel.writeInbound(Unpooled.buffer().writeZero(50));

        assertThat(channel.isOpen()).isTrue();
        assertThat(received(channel)).isZero();
    }

    @Test
    void clientThatDoesNotReadItsErrorIsNotToldAgainForEveryPacket() {
        EmbeddedChannel channel = new EmbeddedChannel(new SlowFarewell(), new StompFrameLimit(LIMITS));

        for (int i = 0; i < 10; i++) {
            channel.writeInbound(ascii("x".repeat(200)));
        }

        assertThat(channel.outboundMessages()).hasSize(1);
        assertThat(received(channel)).isZero();
    }

    /** Stands for a transport that has not closed yet. */
    private static final class SlowFarewell extends ChannelDuplexHandler {
        @Override
        public void close(ChannelHandlerContext context, ChannelPromise promise) {
            promise.setSuccess();
        }
    }

    @Test
    void negativeLengthCloses() {
        EmbeddedChannel channel = new EmbeddedChannel(new LengthPrefixLimit(LIMITS));

        channel.writeInbound(Unpooled.buffer().writeInt(-1));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void introducingFramesAreSmallerThanLaterOnes() {
        EmbeddedChannel channel = new EmbeddedChannel(new LengthPrefixLimit(LIMITS));

        channel.writeInbound(Unpooled.buffer().writeInt(101));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void stompFrameIsBoundedBeforeTheLoginAndMoreWidelyAfterwards() {
        EmbeddedChannel channel = new EmbeddedChannel(new StompFrameLimit(LIMITS));
        channel.writeInbound(ascii("CONNECT\nlogin:a\n\n\0"));
        channel.writeOutbound(ascii("CONNECTED\n\n\0"));

        channel.writeInbound(ascii("SEND\n\n" + "x".repeat(900) + "\0"));
        assertThat(channel.isOpen()).isTrue();
        channel.writeInbound(ascii("SEND\n\n" + "x".repeat(1_001)));

        channel.readOutbound();
        assertThat(((ByteBuf) channel.readOutbound()).toString(US_ASCII)).startsWith("ERROR\nmessage:");
        channel.runPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void endlessStompHeaderIsCutOff() {
        EmbeddedChannel channel = new EmbeddedChannel(new StompFrameLimit(LIMITS));

        channel.writeInbound(ascii("CONNECT\nlogin:" + "x".repeat(200)));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void announcedStompBodyCountsBeforeItArrives() {
        assertThat(new StompFrameLength().staysBelow(1_000, ascii("SEND\ncontent-length:5000\n\n")))
                .isFalse();
    }

    @Test
    void zerosInsideACountedStompBodyDoNotEndTheFrame() {
        StompFrameLength frame = new StompFrameLength();
        String counted = "SEND\ncontent-length:600\n\n" + "\0".repeat(600) + "\0\n";

        assertThat(frame.staysBelow(700, ascii(counted + counted + counted))).isTrue();
        assertThat(frame.staysBelow(700, ascii("SEND\ncontent-length:600\n\n" + "\0".repeat(600) + "x".repeat(100))))
                .isFalse();
    }

    private static int received(EmbeddedChannel channel) {
        int bytes = 0;
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            bytes += part.readableBytes();
            part.release();
        }
        return bytes;
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.copiedBuffer(text, US_ASCII);
    }
}
