package io.packetboat.broker;

import io.packetboat.broker.delivery.Restoration;
import io.packetboat.broker.disk.PageFiles;
import io.packetboat.broker.disk.RefusedWrites;
import io.packetboat.broker.disk.StrictStorage;
import io.packetboat.broker.openwire.Unsubscribers;
import io.packetboat.broker.retention.Arrivals;
import io.packetboat.broker.retention.Retentions;
import io.packetboat.broker.stomp.TopicSubscriptions;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.PagingStoreFactory;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.server.AddressQueryResult;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.server.impl.AddressInfo;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

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
    private final TopicSubscriptions stompTopics = new TopicSubscriptions();
    private final Restoration restoration;
    private final Retentions retentions;
    private final Arrivals arrivals = new Arrivals();

    /** @param clock tells how old messages are, and what is still in flight after a start */
    StrictServer(Configuration configuration, ActiveMQSecurityManager security, Clock clock) {
        super(configuration, null, security);
        this.restoration = new Restoration(clock, arrivals);
        this.retentions = new Retentions(arrivals, clock);
        super.registerRecordsLoader(restoration::load);
    }

    /**
     * Artemis shows every record that it does not know to all who registered, and AMQP's reads any as one of its own: it
     * takes what it finds for lengths, and the start ends for want of memory.
     */
    @Override
    public void registerRecordsLoader(Consumer<RecordInfo> loader) {
        super.registerRecordsLoader(found -> {
            if (!Restoration.isOwn(found)) {
                loader.accept(found);
            }
        });
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
        replaceQueueFactory(new GuardedQueue.Factory(this, restoration, retentions));
        return super.createPagingManager();
    }

    /** Knows what was in flight before this start. */
    Restoration restoration() {
        return restoration;
    }

    /** Knows how long queues keep their messages. */
    Retentions retentions() {
        return retentions;
    }

    /** Knows when messages came. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** Knows for whom {@link #destroyQueue(SimpleString)} is called. */
    Unsubscribers unsubscribers() {
        return unsubscribers;
    }

    /** Knows how {@link #getAddressInfo} looks to a STOMP client that subscribes to a topic. */
    TopicSubscriptions stompTopics() {
        return stompTopics;
    }

    /** Asks for the right of an OpenWire client that ends a durable subscription; all others call another form. */
    @Override
    public void destroyQueue(SimpleString name) throws Exception {
        super.destroyQueue(name, unsubscribers.take().orElse(null));
    }

    /** An address may be a queue and a topic, and become the other of the two when a consumer comes for it. */
    @Override
    public AddressQueryResult addressQuery(SimpleString name) throws Exception {
        AddressQueryResult known = super.addressQuery(name);
        AddressInfo address = getAddressInfo(name);
        if (!known.isExists() || address == null || address.isTemporary() || InternalNames.isHidden(name.toString())) {
            return known;
        }
        return new AddressQueryResult(
                known.getName(),
                joinable(known.getRoutingTypes()),
                known.getId(),
                known.isAutoCreated(),
                known.isExists(),
                known.isAutoCreateAddresses(),
                known.isDefaultPurgeOnNoConsumers(),
                known.getDefaultMaxConsumers());
    }

    private static Set<RoutingType> joinable(Set<RoutingType> present) {
        // A name without a type means the queue.
        return present.contains(RoutingType.ANYCAST) ? EnumSet.allOf(RoutingType.class) : new JoinableTopic();
    }

    @Override
    public @Nullable AddressInfo getAddressInfo(SimpleString name) {
        return stompTopics.seen(super.getAddressInfo(name));
    }
}
