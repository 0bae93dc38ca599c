package io.packetboat.broker;

import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.paging.PagingStoreFactory;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.persistence.impl.journal.JournalStorageManager;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/**
 * Artemis' server, where a write that the disk refuses fails whatever asked for it.
 *
 * <p>Artemis itself reports the first refused write, starts to stop, and lets the caller believe that it was done: a
 * message for a page was then confirmed and lost when the disk was full, and so were those of other clients until the
 * stop took effect.
 */
final class StrictServer extends ActiveMQServerImpl {
    private final IOCriticalErrorListener refusedWrites = new RefusedWrites(ioCriticalErrorListener);

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
        JournalStorageManager journal = new JournalStorageManager(
                getConfiguration(),
                getCriticalAnalyzer(),
                executorFactory,
                scheduledPool,
                ioExecutorFactory,
                refusedWrites);
        getCriticalAnalyzer().add(journal);
        return journal;
    }
}
