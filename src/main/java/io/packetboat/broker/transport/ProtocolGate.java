package io.packetboat.broker.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Artemis' sniffing decoder until that one has found the protocol, then goes away: bounds the time and the
 * bytes of an introduction, WebSocket's HTTP request included, and closes the connection when no protocol is found.
 */
final class ProtocolGate extends ChannelInboundHandlerAdapter {
    /** What Artemis' decoder needs to tell the protocol. */
    private static final int TELLING_BYTES = 8;

    private static final int MOST_BYTES = 128 << 10;

    private final ByteToMessageDecoder sniffing;
    private final int timeoutSeconds;
    private long received;
    private @Nullable ScheduledFuture<?> deadline;

    ProtocolGate(ByteToMessageDecoder sniffing, int timeoutSeconds) {
        this.sniffing = sniffing;
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = context.executor()
                .schedule(
                        () -> Refusal.close(context.channel(), "no protocol spoken within " + timeoutSeconds + " s"),
                        timeoutSeconds,
                        TimeUnit.SECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        handlerRemoved(context);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            received += bytes.readableBytes();
        }
        context.fireChannelRead(message);
        if (isHttp(context)) {
            passHttp(context);
            return;
        }
        if (!isSniffing(context)) {
            context.pipeline().remove(this);
            return;
        }
        if (received >= TELLING_BYTES) {
            Refusal.close(context.channel(), "no protocol of this port");
        }
    }

    private void passHttp(ChannelHandlerContext context) {
        if (context.pipeline().get("websocket-handler") != null && !isAnySniffing(context)) {
            context.pipeline().remove(this);
            return;
        }
        if (received > MOST_BYTES) {
            Refusal.close(context.channel(), "HTTP request too large");
        }
    }

    private static boolean isHttp(ChannelHandlerContext context) {
        return context.pipeline().get(HttpRequestDecoder.class) != null
                || context.pipeline().get("websocket-handler") != null;
    }

    private boolean isSniffing(ChannelHandlerContext context) {
        return context.pipeline().context(sniffing) != null;
    }

    /** After the switch to WebSocket Artemis sniffs once more, with another instance of the same class. */
    private boolean isAnySniffing(ChannelHandlerContext context) {
        return context.pipeline().get(sniffing.getClass()) != null;
    }
}
