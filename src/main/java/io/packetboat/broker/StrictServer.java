package io.packetboat.broker;

import io.packetboat.broker.disk.PageFiles;
import io.packetboat.broker.disk.RefusedWrites;
import io.packetboat.broker.disk.StrictStorage;
import io.packetboat.broker.openwire.Unsubscribers;
import java.util.EnumSet;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.PagingStoreFactory;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.AddressQueryResult;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/**
 * Artemis' server, where a write that the disk refuses fails whatever asked for it.
 *
 * <p>Artemis itself reports the first refused write, starts to stop, and lets the caller believe that it was done: a
 * message for a page was then confirmed and lost when the disk was full, and so were those of other clients until the
 * stop took effect. Its queues are {@link GuardedQueue}s.
 */
final class StrictServer extends ActiveMQServerImpl {
    private final IOCriticalErrorListener refusedWrites = new RefusedWrites(ioCriticalErrorListener);
    private final Unsubscribers unsubscribers = new Unsubscribers();

    StrictServer(Configuration configuration, ActiveMQSecurityManager security) {
        super(configuration, null, security);
    }

    @Override
    protected PagingStoreFactory getPagingStoreFactory() {
        return new PageFiles(
                getConfiguration(), getStorageManager(), scheduledPool, pageExecutorFactory, refusedWrites);
    }

    @Override
    protected StorageManager createStorageManager() {
        if (!getConfiguration().isPersistenceEnabled()) {
            return super.createStorageManager();
        }
        StrictStorage journal = new StrictStorage(
                getConfiguration(),
                getCriticalAnalyzer(),
                executorFactory,
                scheduledPool,
                ioExecutorFactory,
                refusedWrites);
        getCriticalAnalyzer().add(journal);
        return journal;
    }

    /** Called between the making of the queue factory and its first use, the only such moment. */
    @Override
    public PagingManager createPagingManager() throws Exception {
        replaceQueueFactory(new GuardedQueue.Factory(this));
        return super.createPagingManager();
    }

    /** Knows for whom {@link #destroyQueue(SimpleString)} is called. */
    Unsubscribers unsubscribers() {
        return unsubscribers;
    }

    /** Asks for the right of an OpenWire client that ends a durable subscription; all others call another form. */
    @Override
    public void destroyQueue(SimpleString name) throws Exception {
        super.destroyQueue(name, unsubscribers.take().orElse(null));
    }

    /**
     * Says of a queue's name that it may be a topic too. AMQP asks before it subscribes and refuses where the answer is
     * no; the subscription itself then adds the topic, with its own check of rights.
     */
    @Override
    public AddressQueryResult addressQuery(SimpleString name) throws Exception {
        AddressQueryResult known = super.addressQuery(name);
        boolean queueOnly = known.isExists() && known.getRoutingTypes().equals(EnumSet.of(RoutingType.ANYCAST));
        if (!queueOnly || InternalNames.isHidden(name.toString())) {
            return known;
        }
        return new AddressQueryResult(
                known.getName(),
                EnumSet.allOf(RoutingType.class),
                known.getId(),
                known.isAutoCreated(),
                known.isExists(),
                known.isAutoCreateAddresses(),
                known.isDefaultPurgeOnNoConsumers(),
                known.getDefaultMaxConsumers());
    }
}
