package io.packetboat.broker.transport;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.core.server.routing.RoutingHandler;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/** A protocol of Artemis with a limit on its frames before its decoder; all else is Artemis' own. */
final class LimitedProtocol<P extends BaseInterceptor<?>, R extends RoutingHandler<?>>
        implements ProtocolManager<P, R> {
    private final ProtocolManager<P, R> artemis;
    private final Supplier<ChannelHandler> limit;

    private LimitedProtocol(ProtocolManager<P, R> artemis, Supplier<ChannelHandler> limit) {
        this.artemis = artemis;
        this.limit = limit;
    }

    /** AMQP and MQTT have limits of their own. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // as Artemis declares it
    static ProtocolManager of(String name, ProtocolManager protocol, FrameLimits limits) {
        return switch (name) {
            case "CORE", "OPENWIRE" -> new LimitedProtocol(protocol, () -> new LengthPrefixLimit(limits));
            case "STOMP" -> new LimitedProtocol(protocol, () -> new StompFrameLimit(limits));
            default -> protocol;
        };
    }

    @Override
    public void addChannelHandlers(ChannelPipeline pipeline) {
        pipeline.addLast(limit.get());
        artemis.addChannelHandlers(pipeline);
    }

    @Override
    public ProtocolManagerFactory<P> getFactory() {
        return artemis.getFactory();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Artemis declares it
    public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {
        artemis.updateInterceptors(incoming, outgoing);
    }

    @Override
    public ConnectionEntry createConnectionEntry(Acceptor acceptorUsed, Connection connection) {
        return artemis.createConnectionEntry(acceptorUsed, connection);
    }

    @Override
    public void removeHandler(String name) {
        artemis.removeHandler(name);
    }

    @Override
    public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {
        artemis.handleBuffer(connection, buffer);
    }

    @Override
    public boolean isProtocol(byte[] array) {
        return artemis.isProtocol(array);
    }

    @Override
    public boolean acceptsNoHandshake() {
        return artemis.acceptsNoHandshake();
    }

    @Override
    public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {
        artemis.handshake(connection, buffer);
    }

    @Override
    public List<String> websocketSubprotocolIdentifiers() {
        return artemis.websocketSubprotocolIdentifiers();
    }

    @Override
    public void setAnycastPrefix(String anycastPrefix) {
        artemis.setAnycastPrefix(anycastPrefix);
    }

    @Override
    public void setMulticastPrefix(String multicastPrefix) {
        artemis.setMulticastPrefix(multicastPrefix);
    }

    @Override
    public Map<SimpleString, RoutingType> getPrefixes() {
        return artemis.getPrefixes();
    }

    @Override
    public void setSecurityDomain(String securityDomain) {
        artemis.setSecurityDomain(securityDomain);
    }

    @Override
    public String getSecurityDomain() {
        return artemis.getSecurityDomain();
    }

    @Override
    public R getRoutingHandler() {
        return artemis.getRoutingHandler();
    }
}
