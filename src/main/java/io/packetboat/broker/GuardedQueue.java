package io.packetboat.broker;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.filter.Filter;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.paging.cursor.PageSubscription;
import org.apache.activemq.artemis.core.postoffice.PostOffice;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.QueueFactoryImpl;
import org.apache.activemq.artemis.core.server.impl.QueueImpl;
import org.jspecify.annotations.Nullable;

/**
 * A queue that a failed MQTT subscription cannot delete, and that can be told of its settings without all others.
 *
 * <p>Artemis' MQTT handler deletes the queue whenever its consumer cannot be made, asking nobody: a refused subscriber
 * would take an existing queue of that name, or a durable subscription that it may no longer read, and every message with
 * it. Only that handler calls the form without arguments; an empty subscription and the protocol's own queues still go.
 */
final class GuardedQueue extends QueueImpl {
    private static final Logger LOG = System.getLogger(GuardedQueue.class.getName());

    private final SettingsOfOneQueue settings;

    private GuardedQueue(
            QueueConfiguration configuration,
            @Nullable Filter filter,
            @Nullable PageSubscription pages,
            PostOffice postOffice,
            Factory factory,
            SettingsOfOneQueue settings) {
        super(
                configuration,
                filter,
                pages == null ? null : pages.getPagingStore(),
                pages,
                factory.server().getScheduledPool(),
                postOffice,
                factory.server().getStorageManager(),
                settings,
                factory.server().getExecutorFactory().getExecutor(),
                factory.server(),
                factory);
        this.settings = settings;
    }

    /** Has the queue look at its settings again. */
    void settingsChanged() {
        settings.tellQueue();
    }

    @Override
    public void deleteQueue() throws Exception {
        boolean holdsSomething = getRoutingType() == RoutingType.ANYCAST || getMessageCount() > 0;
        if (holdsSomething && !InternalNames.isHidden(getName().toString())) {
            LOG.log(Level.WARNING, "A failed subscription does not delete queue={0}", getName());
            return;
        }
        super.deleteQueue();
    }

    /** Makes guarded queues; last-value queues, which we never configure, stay Artemis' own. */
    static final class Factory extends QueueFactoryImpl {

        Factory(ActiveMQServer server) {
            super(
                    server.getExecutorFactory(),
                    server.getScheduledPool(),
                    server.getAddressSettingsRepository(),
                    server.getStorageManager(),
                    server);
        }

        private ActiveMQServer server() {
            return server;
        }

        @Override
        public Queue createQueueWith(QueueConfiguration configuration, PagingManager paging, @Nullable Filter filter) {
            if (configuration.isLastValue() != null && configuration.isLastValue()) {
                return super.createQueueWith(configuration, paging, filter);
            }
            PageSubscription pages = getPageSubscription(configuration, paging, filter);
            Queue queue = new GuardedQueue(
                    configuration,
                    filter,
                    pages,
                    postOffice,
                    this,
                    new SettingsOfOneQueue(server.getAddressSettingsRepository()));
            server.getCriticalAnalyzer().add(queue);
            return queue;
        }
    }
}
