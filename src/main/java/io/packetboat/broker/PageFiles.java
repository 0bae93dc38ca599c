package io.packetboat.broker;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFile;
import org.apache.activemq.artemis.core.io.SequentialFileFactory;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFile;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.core.paging.impl.PagingStoreFactoryNIO;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.utils.ExecutorFactory;

/**
 * Page files that take nothing any more once the disk refused a write.
 *
 * <p>A page may hold half a message by then, and who reads it stops there: what was written and confirmed behind it would
 * be lost.
 */
final class PageFiles extends PagingStoreFactoryNIO {
    private final File directory;
    private final IOCriticalErrorListener refusedWrites;

    PageFiles(
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
        return new OneStore(new File(directory, store), refusedWrites);
    }

    private static final class OneStore extends NIOSequentialFileFactory {
        private final IOCriticalErrorListener refusedWrites;

        OneStore(File directory, IOCriticalErrorListener refusedWrites) {
            super(directory, false, refusedWrites, 1);
            this.refusedWrites = refusedWrites;
        }

        @Override
        public SequentialFile createSequentialFile(String name) {
            return new PageFile(this, getDirectory(), name, refusedWrites);
        }
    }

    private static final class PageFile extends NIOSequentialFile {
        private final SequentialFileFactory store;
        private final IOCriticalErrorListener refusedWrites;

        PageFile(SequentialFileFactory store, File directory, String name, IOCriticalErrorListener refusedWrites) {
            super(store, directory, name, 1);
            this.store = store;
            this.refusedWrites = refusedWrites;
        }

        @Override
        public void writeDirect(ByteBuffer bytes, boolean sync) throws Exception {
            if (refusedWrites.isPreviouslyFailed()) {
                throw new IOException("The disk refused a write before; nothing is written behind it.");
            }
            super.writeDirect(bytes, sync);
        }

        @Override
        public SequentialFile cloneFile() {
            return store.createSequentialFile(getFileName());
        }
    }
}
