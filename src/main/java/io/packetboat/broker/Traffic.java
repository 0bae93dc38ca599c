package io.packetboat.broker;

import io.packetboat.kernel.messaging.ProtocolTraffic;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConnectionPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/** Counts what goes through the broker, by protocol; a few additions for each message, no lock. */
final class Traffic implements ActiveMQServerConnectionPlugin {
    private final ConcurrentHashMap<String, Counters> protocols = new ConcurrentHashMap<>();

    private static final class Counters {
        private final LongAdder opened = new LongAdder();
        private final LongAdder closed = new LongAdder();
        private final LongAdder received = new LongAdder();
        private final LongAdder delivered = new LongAdder();
        private final LongAdder acknowledged = new LongAdder();
        private final LongAdder expired = new LongAdder();
        private final LongAdder killed = new LongAdder();

        ProtocolTraffic snapshot() {
            return new ProtocolTraffic(
                    opened.sum(),
                    closed.sum(),
                    received.sum(),
                    delivered.sum(),
                    acknowledged.sum(),
                    expired.sum(),
                    killed.sum());
        }
    }

    /** The counts by protocol, as Artemis calls it; what no client caused is under {@code NONE}. */
    Map<String, ProtocolTraffic> byProtocol() {
        Map<String, ProtocolTraffic> counts = new TreeMap<>();
        protocols.forEach((protocol, counters) -> counts.put(protocol, counters.snapshot()));
        return counts;
    }

    ProtocolTraffic total() {
        return protocols.values().stream().map(Counters::snapshot).reduce(ProtocolTraffic.NONE, ProtocolTraffic::plus);
    }

    private Counters of(@Nullable String protocol) {
        String name = protocol == null ? "NONE" : protocol;
        // Asked for each message: get takes no lock where computeIfAbsent may.
        Counters known = protocols.get(name);
        return known != null ? known : protocols.computeIfAbsent(name, first -> new Counters());
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        of(connection.getProtocolName()).opened.increment();
    }

    @Override
    public void afterDestroyConnection(RemotingConnection connection) {
        of(connection.getProtocolName()).closed.increment();
    }

    void sent(ServerSession session) {
        of(session.getRemotingConnection().getProtocolName()).received.increment();
    }

    void delivered(ServerConsumer consumer) {
        of(protocolOf(consumer)).delivered.increment();
    }

    void acknowledged(AckReason reason, @Nullable ServerConsumer consumer) {
        Counters counters = of(protocolOf(consumer));
        switch (reason) {
            case NORMAL, REPLACED -> counters.acknowledged.increment();
            case EXPIRED -> counters.expired.increment();
            case KILLED -> counters.killed.increment();
        }
    }

    private static @Nullable String protocolOf(@Nullable ServerConsumer consumer) {
        return consumer == null ? null : consumer.getConnectionProtocolName();
    }
}
