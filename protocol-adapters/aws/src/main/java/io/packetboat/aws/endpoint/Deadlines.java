package io.packetboat.aws.endpoint;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client takes too long: to send a request, to read an answer, to ask again.
 *
 * <p>First in the pipeline, it sees bytes before TLS does. One timer for each connection, that is not moved for each request
 * but looks, when it fires, at what has been going on. Used by the connection's event loop.
 */
final class Deadlines extends ChannelInboundHandlerAdapter {
    private final long progressNanos;
    private final long requestNanos;
    private final long idleNanos;
    private final long maxThrownAway;
    private @Nullable ChannelHandlerContext context;
    private Phase phase = Phase.RECEIVING;
    private long phaseSince;
    private long lastProgress;
    private long thrownAway;

    /** What a connection is doing. */
    private enum Phase {
        RECEIVING,
        SERVING,
        WRITING,
        LINGERING,
        IDLE
    }

    /**
     * @param maxThrownAway how many bytes a client may go on sending after it was refused
     */
    Deadlines(AwsConfig.Patience patience, long maxThrownAway) {
        this.maxThrownAway = maxThrownAway;
        this.progressNanos = patience.progress().toNanos();
        this.requestNanos = patience.request().toNanos();
        this.idleNanos = patience.idle().toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        lastProgress = System.nanoTime();
        enter(Phase.RECEIVING);
        schedule(ctx, progressNanos);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (phase == Phase.LINGERING) {
            throwAway(ctx, message);
            return;
        }
        lastProgress = System.nanoTime();
        if (phase == Phase.IDLE) {
            enter(Phase.RECEIVING);
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        context = null;
        ctx.fireChannelInactive();
    }

    /** A request is whole; it may take as long as it takes. */
    void serving() {
        enter(Phase.SERVING);
    }

    /** The answer is there and goes out. */
    void writing() {
        enter(Phase.WRITING);
    }

    /** The answer has gone. */
    void answered() {
        enter(Phase.IDLE);
    }

    /** Nothing more is listened to; what still comes is thrown away for a while, so that the client reads its answer. */
    void lingering() {
        enter(Phase.LINGERING);
    }

    private void throwAway(ChannelHandlerContext ctx, Object message) {
        thrownAway += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (thrownAway > maxThrownAway) {
            var unused = ctx.close();
        }
    }

    private void enter(Phase next) {
        phase = next;
        phaseSince = System.nanoTime();
    }

    private void schedule(ChannelHandlerContext ctx, long nanos) {
        var unused = ctx.executor().schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }

    private void look() {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return;
        }
        long left = left();
        if (left <= 0) {
            var unused = ctx.close();
            return;
        }
        schedule(ctx, Math.min(left, progressNanos));
    }

    private long left() {
        long now = System.nanoTime();
        return switch (phase) {
            case RECEIVING -> Math.min(lastProgress + progressNanos - now, phaseSince + requestNanos - now);
            case SERVING -> progressNanos;
            case WRITING, LINGERING -> phaseSince + requestNanos - now;
            case IDLE -> phaseSince + idleNanos - now;
        };
    }
}
