package io.packetboat.broker.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.protocol.ProtocolHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;

/** Artemis' finder of protocols, with a {@link ProtocolGate} before it on every connection. */
@SuppressWarnings("rawtypes") // as Artemis declares it
final class GatedProtocols extends ProtocolHandler {
    /** The first two letters of GET, POST, PUT, HEAD, OPTIONS, PATCH, DELETE and TRACE, as Artemis tells HTTP. */
    private static final Set<String> HTTP_STARTS = Set.of("GE", "PO", "PU", "HE", "OP", "PA", "DE", "TR");

    private final int timeoutSeconds;

    GatedProtocols(
            Map<String, ProtocolManager> protocols,
            NettyAcceptor acceptor,
            ScheduledExecutorService scheduler,
            int timeoutSeconds) {
        super(protocols, acceptor, scheduler);
        this.timeoutSeconds = timeoutSeconds;
    }

    @Override
    public ChannelHandler getProtocolDecoder() {
        ByteToMessageDecoder sniffing = (ByteToMessageDecoder) super.getProtocolDecoder();
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new ProtocolGate(sniffing, GatedProtocols.this::isKnown, timeoutSeconds), sniffing);
            }
        };
    }

    private boolean isKnown(byte[] head) {
        String start = new String(head, 0, 2, StandardCharsets.US_ASCII);
        return HTTP_STARTS.contains(start)
                || getProtocolMap().values().stream()
                        .anyMatch(protocol -> protocol.isProtocol(head.clone()) || protocol.acceptsNoHandshake());
    }
}
