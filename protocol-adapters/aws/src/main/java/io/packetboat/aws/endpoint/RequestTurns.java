package io.packetboat.aws.endpoint;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.packetboat.aws.operation.GivenUp;
import io.packetboat.aws.wire.WireAnswer;
import io.packetboat.aws.wire.WireRequest;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Serves the requests of one connection one after the other, in their order.
 *
 * <p>Used by the connection's event loop, but for the methods that say otherwise. While a request is served the connection
 * is read on, so that a client that goes is noticed; when it sends much ahead, reading stops until its answers have gone.
 */
final class RequestTurns extends ChannelInboundHandlerAdapter implements Incoming.Taker {
    private static final Logger LOG = System.getLogger(RequestTurns.class.getName());
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_AHEAD = 8;
    /** So long a client may go on sending what is thrown away; closing at once could cost it the answer. */
    private static final long LINGER_MILLIS = 1_000;

    private final RequestChain chain;
    private final AnswerEncoder encoder;
    private final OpenConnections open;
    private final Deadlines deadlines;
    private final Deque<Incoming> ahead = new ArrayDeque<>(1);
    private volatile @Nullable ChannelHandlerContext context;
    private volatile @Nullable Exchange serving;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean finishing;
    /** The client holds the body of the request behind all that are here until it is told to send it. */
    private boolean bodyHeldBack;

    RequestTurns(RequestChain chain, AnswerEncoder encoder, OpenConnections open, Deadlines deadlines) {
        this.chain = chain;
        this.encoder = encoder;
        this.open = open;
        this.deadlines = deadlines;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        context = null;
        open.remove(this);
        ahead.forEach(Incoming::release);
        ahead.clear();
        withdraw(GivenUp.NOBODY_WAITS);
        ended.complete(null);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof Incoming incoming)) {
            return;
        }
        bodyHeldBack = false;
        if (serving == null) {
            incoming.handTo(this);
            return;
        }
        ahead.add(incoming);
        ctx.channel().config().setAutoRead(ahead.size() < MAX_AHEAD && !incoming.isLast());
    }

    /** Before the answers to earlier requests the client would take it for one of them. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == RequestReader.Held.BODY) {
            bodyHeldBack = true;
            askForBody(ctx);
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    private void askForBody(ChannelHandlerContext ctx) {
        if (bodyHeldBack && serving == null) {
            bodyHeldBack = false;
            var unused = ctx.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE), ctx.voidPromise());
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        // Broken TLS, a reset connection: nothing that anybody here could mend.
        LOG.log(Level.DEBUG, () -> "a connection of the AWS endpoint ends: " + cause);
        close(ctx);
    }

    /** Ends the connection with the next answer, or now where none is due; from any thread. Completes when it has ended. */
    CompletableFuture<Void> finish() {
        finishing = true;
        ChannelHandlerContext ctx = context;
        if (ctx != null) {
            ctx.executor().execute(() -> {
                withdraw(GivenUp.NOBODY_WAITS);
                if (serving == null) {
                    close(ctx);
                }
            });
        }
        return ended;
    }

    /** Has a long poll ask anew for its rights, and end; from any thread. */
    void rightsChanged() {
        ChannelHandlerContext ctx = context;
        if (ctx != null && serving != null) {
            ctx.executor().execute(() -> withdraw(GivenUp.RIGHTS_CHANGED));
        }
    }

    /**
     * Ends the connection if it serves this user, whose login was revoked; from any thread. Looked at by the loop itself,
     * which may be verifying a request of this very user.
     */
    void revoked(UserName user) {
        ChannelHandlerContext ctx = context;
        if (ctx != null && serving != null) {
            ctx.executor().execute(() -> {
                Exchange exchange = serving;
                Caller caller = exchange == null ? null : exchange.caller;
                if (caller != null && caller.user().equals(user)) {
                    close(ctx);
                }
            });
        }
    }

    @Override
    public void take(Incoming.Whole whole) {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            whole.release();
            return;
        }
        deadlines.serving();
        Exchange exchange = begin(ctx, whole.request(), whole.share());
        var unused = chain.answer(exchange, work -> onLoop(ctx, work))
                .thenAccept(answer -> write(ctx, exchange, answer, whole))
                .whenComplete((written, failure) -> {
                    if (failure != null) {
                        giveUp(ctx, whole, failure);
                    }
                });
    }

    private static void onLoop(ChannelHandlerContext ctx, Runnable work) {
        if (ctx.executor().inEventLoop()) {
            work.run();
        } else {
            ctx.executor().execute(work);
        }
    }

    /** Without an answer there is nothing left to wait for: the loops have stopped, or there is no memory for it. */
    private static void giveUp(ChannelHandlerContext ctx, Incoming.Whole whole, Throwable failure) {
        LOG.log(Level.DEBUG, "a request ends without an answer", failure);
        whole.release();
        close(ctx);
    }

    @Override
    public void take(Incoming.Broken broken) {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return;
        }
        deadlines.lingering();
        ctx.channel().config().setAutoRead(true);
        Exchange exchange = begin(ctx, broken.request(), RequestBudget.Share.none());
        WireAnswer answer = chain.refuse(exchange, broken.code(), broken.message());
        boolean withBody = !broken.request().method().equals("HEAD");
        ctx.writeAndFlush(
                        withBody
                                ? encoder.encode(ctx.alloc(), answer, exchange.requestId, false)
                                : encoder.encodeHead(ctx.alloc(), answer, exchange.requestId))
                .addListener(written -> closeLater(ctx));
    }

    private Exchange begin(ChannelHandlerContext ctx, WireRequest request, RequestBudget.Share share) {
        Exchange exchange = new Exchange(RequestIds.next(), request, client(ctx), share, System.nanoTime());
        serving = exchange;
        return exchange;
    }

    private void write(ChannelHandlerContext ctx, Exchange exchange, WireAnswer answer, Incoming.Whole whole) {
        boolean keepAlive = whole.keepAlive() && !finishing;
        deadlines.writing();
        ctx.writeAndFlush(encoder.encode(ctx.alloc(), answer, exchange.requestId, keepAlive))
                .addListener(written -> {
                    whole.release();
                    serving = null;
                    if (keepAlive && written.isSuccess()) {
                        next(ctx);
                    } else {
                        close(ctx);
                    }
                });
    }

    private void next(ChannelHandlerContext ctx) {
        deadlines.answered();
        Incoming incoming = ahead.poll();
        if (incoming == null) {
            ctx.channel().config().setAutoRead(true);
            askForBody(ctx);
            return;
        }
        incoming.handTo(this);
    }

    private void withdraw(GivenUp why) {
        Exchange exchange = serving;
        if (exchange != null) {
            exchange.client.givenUp().complete(why);
        }
    }

    private static void closeLater(ChannelHandlerContext ctx) {
        var unused = ctx.executor().schedule(() -> close(ctx), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void close(ChannelHandlerContext ctx) {
        var unused = ctx.close();
    }

    private static Client client(ChannelHandlerContext ctx) {
        String source = ctx.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "unknown";
        boolean secure = ctx.pipeline().get(SslHandler.class) != null;
        return new Client(source, secure, new CompletableFuture<>());
    }
}
