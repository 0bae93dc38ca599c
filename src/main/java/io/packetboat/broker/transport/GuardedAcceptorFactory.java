package io.packetboat.broker.transport;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.AcceptorFactory;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;

/**
 * Artemis' own acceptor with our gate and frame limits in it. Artemis makes an instance from the class name.
 *
 * <p>The acceptor keeps what finds the protocol in a private field and lets nobody replace it; it is replaced by
 * reflection, and a release of Artemis that names it otherwise refuses to open any port.
 */
@SuppressWarnings("rawtypes") // as Artemis declares it
public final class GuardedAcceptorFactory implements AcceptorFactory {
    private static final int GATE_SECONDS = 10;

    private final NettyAcceptorFactory artemis = new NettyAcceptorFactory();

    @Override
    public Acceptor createAcceptor(
            String name,
            ClusterConnection clusterConnection,
            Map<String, Object> configuration,
            BufferHandler handler,
            ServerConnectionLifeCycleListener listener,
            Executor threadPool,
            ScheduledExecutorService scheduledThreadPool,
            Map<String, ProtocolManager> protocolMap,
            String threadFactoryGroupName,
            MetricsManager metricsManager) {
        Map<String, ProtocolManager> limited = limited(protocolMap, FrameLimits.of(configuration));
        Map<String, Object> transport = new HashMap<>(configuration);
        // The gate bounds the same time, and more than the first eight bytes.
        transport.put(TransportConstants.HANDSHAKE_TIMEOUT, 0);
        NettyAcceptor acceptor = (NettyAcceptor) artemis.createAcceptor(
                name,
                clusterConnection,
                transport,
                handler,
                listener,
                threadPool,
                scheduledThreadPool,
                limited,
                threadFactoryGroupName,
                metricsManager);
        replaceFinder(acceptor, new GatedProtocols(limited, acceptor, scheduledThreadPool, GATE_SECONDS));
        return acceptor;
    }

    private static Map<String, ProtocolManager> limited(Map<String, ProtocolManager> protocols, FrameLimits limits) {
        Map<String, ProtocolManager> limited = new ConcurrentHashMap<>();
        protocols.forEach((name, protocol) -> limited.put(name, LimitedProtocol.of(name, protocol, limits)));
        return limited;
    }

    private static void replaceFinder(NettyAcceptor acceptor, GatedProtocols gated) {
        try {
            Field finder = NettyAcceptor.class.getDeclaredField("protocolHandler");
            finder.setAccessible(true);
            finder.set(acceptor, gated);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This release of Artemis finds protocols in another way", e);
        }
    }
}
