package io.packetboat.broker.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Artemis' sniffing decoder until that one has found the protocol, and until the client was answered, then
 * goes away: bounds the time and the bytes of an introduction, WebSocket's HTTP request included, and closes the
 * connection when no protocol is found or nothing in it deserves an answer, as half a CONNECT.
 */
final class ProtocolGate extends ChannelDuplexHandler {
    /** What Artemis' decoder needs to tell the protocol. */
    private static final int TELLING_BYTES = 8;

    private static final int MOST_BYTES = 128 << 10;
    /** From the first bytes to the first answer, which waits for a password's slow hash behind those of others. */
    private static final int ANSWER_SECONDS = 60;

    private final ByteToMessageDecoder sniffing;
    private final Predicate<byte[]> known;
    private final int timeoutSeconds;
    private final byte[] head = new byte[TELLING_BYTES];
    private long received;
    private boolean found;
    private @Nullable ScheduledFuture<?> deadline;

    /** @param known whether the first eight bytes begin a protocol of this port */
    ProtocolGate(ByteToMessageDecoder sniffing, Predicate<byte[]> known, int timeoutSeconds) {
        this.sniffing = sniffing;
        this.known = known;
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        closeAfter(timeoutSeconds, "no protocol spoken within ", context);
    }

    private void closeAfter(int seconds, String why, ChannelHandlerContext context) {
        cancelDeadline();
        deadline = context.executor()
                .schedule(() -> Refusal.close(context, why + seconds + " s"), seconds, TimeUnit.SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        cancelDeadline();
    }

    private void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancelDeadline();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (found) {
            context.fireChannelRead(message);
            return;
        }
        if (message instanceof ByteBuf bytes && !mayPass(bytes)) {
            ReferenceCountUtil.release(message);
            Refusal.close(context, "no protocol of this port");
            return;
        }
        context.fireChannelRead(message);
        if (isFound(context)) {
            found = true;
            closeAfter(ANSWER_SECONDS, "nothing to answer within ", context);
        } else if (received > MOST_BYTES) {
            Refusal.close(context, "HTTP request too large");
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, message, promise);
        if (found) {
            context.pipeline().remove(this);
        }
    }

    /** Judges once, by the bytes from which Artemis tells the protocol. */
    private boolean mayPass(ByteBuf bytes) {
        boolean judged = received >= TELLING_BYTES;
        for (int i = 0; i < bytes.readableBytes() && received + i < TELLING_BYTES; i++) {
            head[(int) received + i] = bytes.getByte(bytes.readerIndex() + i);
        }
        received += bytes.readableBytes();
        return judged || received < TELLING_BYTES || known.test(Arrays.copyOf(head, TELLING_BYTES));
    }

    /** After the switch to WebSocket Artemis sniffs once more, with another instance of the same class. */
    private boolean isFound(ChannelHandlerContext context) {
        return context.pipeline().get(sniffing.getClass()) == null
                && context.pipeline().get(HttpRequestDecoder.class) == null;
    }
}
