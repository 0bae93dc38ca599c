package io.packetboat.push;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;

/** Writes one request and reads the status of its answer; whatever an endpoint says beyond it is not waited for. */
final class PostExchange extends ChannelInboundHandlerAdapter {
    private final HttpPost post;
    private final CompletableFuture<PushOutcome> outcome;

    PostExchange(HttpPost post, CompletableFuture<PushOutcome> outcome) {
        this.post = post;
        this.outcome = outcome;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        // Waits for the handshake by itself where there is one.
        var unused = context.writeAndFlush(request());
    }

    private FullHttpRequest request() {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, HttpMethod.POST, post.target(), Unpooled.wrappedBuffer(post.body()));
        request.headers()
                .set(HttpHeaderNames.HOST, post.authority())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_LENGTH, post.body().length)
                .set(HttpHeaderNames.USER_AGENT, "Amazon Simple Notification Service Agent")
                .set(HttpHeaderNames.ACCEPT_ENCODING, "gzip,deflate");
        post.authorization().ifPresent(value -> request.headers().set(HttpHeaderNames.AUTHORIZATION, value));
        post.headers().forEach((name, value) -> request.headers().set(name, value));
        return request;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (message instanceof HttpResponse response) {
                answered(response);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void answered(HttpResponse response) {
        if (response.decoderResult().isFailure()) {
            outcome.complete(new PushOutcome.Failed("the answer is not HTTP"));
        } else if (response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            outcome.complete(PushOutcome.ofStatus(response.status().code()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        outcome.complete(new PushOutcome.Failed("the connection was closed without an answer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        boolean tls = cause instanceof SSLException || cause.getCause() instanceof SSLException;
        outcome.complete(new PushOutcome.Failed(tls ? "TLS failed" : "the connection broke"));
        var unused = context.close();
    }
}
