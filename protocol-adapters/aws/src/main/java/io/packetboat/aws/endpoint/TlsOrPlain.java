package io.packetboat.aws.endpoint;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.OptionalSslHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;

/** Tells by a connection's first bytes whether TLS is spoken, and puts TLS or nothing in its own place. */
final class TlsOrPlain extends OptionalSslHandler {
    private final SslContext tls;
    private final Duration handshake;

    TlsOrPlain(SslContext tls, Duration handshake) {
        super(tls);
        this.tls = tls;
        this.handshake = handshake;
    }

    @Override
    protected SslHandler newSslHandler(ChannelHandlerContext context, SslContext unused) {
        SslHandler handler = tls.newHandler(context.alloc());
        handler.setHandshakeTimeoutMillis(handshake.toMillis());
        return handler;
    }
}
