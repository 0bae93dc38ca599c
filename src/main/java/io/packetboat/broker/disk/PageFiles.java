package io.packetboat.broker.disk;

import java.io.File;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFileFactory;
import org.apache.activemq.artemis.core.paging.impl.PagingStoreFactoryNIO;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.utils.ExecutorFactory;

/** Pages whose writes are whole or fail. */
public final class PageFiles extends PagingStoreFactoryNIO {
    private final File directory;
    private final IOCriticalErrorListener refusedWrites;

    public PageFiles(
            Configuration configuration,
            StorageManager storage,
            ScheduledExecutorService timer,
            ExecutorFactory executors,
            IOCriticalErrorListener refusedWrites) {
        super(
                storage,
                configuration.getPagingLocation(),
                configuration.getPageSyncTimeout(),
                timer,
                executors,
                configuration.isJournalSyncNonTransactional(),
                refusedWrites,
                configuration::isPurgePageFolders);
        this.directory = configuration.getPagingLocation();
        this.refusedWrites = refusedWrites;
    }

    @Override
    protected SequentialFileFactory newFileFactory(String store) {
        return new WholeFiles(new File(directory, store), 1, refusedWrites);
    }
}
