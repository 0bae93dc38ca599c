package io.packetboat.broker.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Bounds STOMP's frames, and the time until the first is answered; answers a frame that is too large with STOMP's own
 * ERROR.
 *
 * <p>A frame ends at a zero byte, unless its {@code content-length} says that zeros belong to the body.
 *
 * @see <a href="https://stomp.github.io/stomp-specification-1.2.html#Size_Limits">STOMP 1.2, size limits</a>
 */
final class StompFrameLimit extends ChannelDuplexHandler {
    private static final int LOGIN_SECONDS = 30;

    private final FrameLimits limits;
    private final StompFrameLength frame = new StompFrameLength();
    private boolean answered;
    private @Nullable ScheduledFuture<?> deadline;

    StompFrameLimit(FrameLimits limits) {
        this.limits = limits;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline = context.executor()
                .schedule(
                        () -> Refusal.close(context, "no login within " + LOGIN_SECONDS + " s"),
                        LOGIN_SECONDS,
                        TimeUnit.SECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stopWaiting();
        context.fireChannelInactive();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        answered = true;
        stopWaiting();
        var unused = context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            int limit = answered ? limits.afterwards() : limits.beforeLogin();
            if (!frame.staysBelow(limit, bytes)) {
                ReferenceCountUtil.release(message);
                refuse(context, limit);
                return;
            }
        }
        context.fireChannelRead(message);
    }

    private void stopWaiting() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    private static void refuse(ChannelHandlerContext context, int limit) {
        String reason = "a frame is larger than " + limit + " bytes";
        byte[] error = ("ERROR\nmessage:" + reason + "\n\n\0").getBytes(StandardCharsets.UTF_8);
        Refusal.close(context, Unpooled.wrappedBuffer(error), reason);
    }
}
