package io.packetboat.broker.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

/** Ends a connection for what its client did, with one line in the log and without a stack trace. */
final class Refusal {
    private static final Logger LOG = System.getLogger(Refusal.class.getName());
    /** For a client that does not read its farewell. */
    private static final int FAREWELL_SECONDS = 5;

    private Refusal() {}

    /** Closes; nothing that still arrives reaches the handler of this context: TLS says its own farewell first. */
    static void close(ChannelHandlerContext context, String reason) {
        deafen(context);
        close(context.channel(), reason);
    }

    /** Sends the protocol's own word for it, and then closes. */
    static void close(ChannelHandlerContext context, ByteBuf farewell, String reason) {
        deafen(context);
        var unused =
                context.executor().schedule(() -> close(context.channel(), reason), FAREWELL_SECONDS, TimeUnit.SECONDS);
        context.writeAndFlush(farewell)
                .addListener((ChannelFutureListener) written -> close(context.channel(), reason));
    }

    private static void deafen(ChannelHandlerContext context) {
        if (!context.isRemoved()) {
            context.pipeline().addBefore(context.name(), null, new Deaf());
        }
    }

    private static void close(Channel channel, String reason) {
        if (channel.isOpen()) {
            LOG.log(
                    Level.INFO,
                    "Connection of {0} on {1} closed: {2}",
                    channel.remoteAddress(),
                    channel.localAddress(),
                    reason);
            var unused = channel.close();
        }
    }

    private static final class Deaf extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
        }
    }
}
