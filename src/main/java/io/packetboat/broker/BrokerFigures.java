package io.packetboat.broker;

import io.packetboat.kernel.messaging.ProtocolTraffic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.core.paging.PagingStore;
import org.apache.activemq.artemis.core.postoffice.impl.LocalQueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * The numbers of the running broker for monitoring, all read when asked; nothing is collected meanwhile.
 *
 * <p>A call walks all queues or connections once, without a lock that messages need. While the broker does
 * not run everything is empty or zero. Safe for any number of threads.
 */
public final class BrokerFigures {
    private final ActiveMQServer server;
    private final Traffic traffic;
    private final LoginCounts logins;

    BrokerFigures(ActiveMQServer server, Traffic traffic, LoginCounts logins) {
        this.server = server;
        this.traffic = traffic;
        this.logins = logins;
    }

    /** Every queue that is not the broker's own, the queues of subscriptions among them, in no order. */
    public List<QueueFigures> queues() {
        if (!server.isActive()) {
            return List.of();
        }
        return server.getPostOffice()
                .getAllBindings()
                .filter(LocalQueueBinding.class::isInstance)
                .map(binding -> ((LocalQueueBinding) binding).getQueue())
                .filter(BrokerFigures::isForUsers)
                .map(BrokerFigures::figures)
                .toList();
    }

    private static boolean isForUsers(Queue queue) {
        return !queue.isInternalQueue()
                && !InternalNames.isHidden(queue.getAddress().toString());
    }

    private static QueueFigures figures(Queue queue) {
        return new QueueFigures(
                queue.getID(),
                queue.getName().toString(),
                queue.isDurable() && !queue.isTemporary(),
                new QueueFigures.Levels(
                        queue.getMessageCount(),
                        queue.getDeliveringCount(),
                        queue.getScheduledCount(),
                        queue.getPersistentSize(),
                        queue.getConsumerCount(),
                        isPaging(queue) ? 1 : 0),
                new QueueFigures.Totals(
                        queue.getMessagesAdded(),
                        queue.getMessagesAcknowledged(),
                        queue.getMessagesExpired(),
                        queue.getMessagesKilled()));
    }

    private static boolean isPaging(Queue queue) {
        PagingStore store = queue.getPagingStore();
        return store != null && store.isPaging();
    }

    /** Figures by protocol, {@code amqp}, {@code core}, {@code mqtt}, {@code openwire}, {@code stomp}, where there are any. */
    public Map<String, ProtocolFigures> protocols() {
        Map<String, ProtocolFigures> figures = new TreeMap<>();
        if (server.isActive()) {
            for (RemotingConnection connection : server.getRemotingService().getConnections()) {
                add(figures, ClientProtocol.of(connection), new ProtocolFigures(1, 0, 0, 0, 0, 0));
            }
        }
        traffic.byProtocol().forEach((name, counts) -> add(figures, ClientProtocol.of(name), throughput(counts)));
        logins.accepted().forEach((name, count) -> add(figures, name, new ProtocolFigures(0, 0, count, 0, 0, 0)));
        logins.refused().forEach((name, count) -> add(figures, name, new ProtocolFigures(0, 0, 0, count, 0, 0)));
        figures.remove(ClientProtocol.NONE);
        return figures;
    }

    private static ProtocolFigures throughput(ProtocolTraffic counts) {
        return new ProtocolFigures(0, counts.connectionsOpened(), 0, 0, counts.received(), counts.delivered());
    }

    private static void add(Map<String, ProtocolFigures> figures, String protocol, ProtocolFigures more) {
        figures.merge(protocol, more, ProtocolFigures::plus);
    }
}
