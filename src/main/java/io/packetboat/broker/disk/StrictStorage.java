package io.packetboat.broker.disk;

import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFileFactory;
import org.apache.activemq.artemis.core.journal.Journal;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.persistence.impl.journal.JournalRecordIds;
import org.apache.activemq.artemis.core.persistence.impl.journal.JournalStorageManager;
import org.apache.activemq.artemis.utils.ExecutorFactory;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzer;

/** Artemis' journals on {@link WholeFile}s, where every commit that somebody waits for is forced to the disk. */
public final class StrictStorage extends JournalStorageManager {
    private static final int BINDINGS_FILE_SIZE = 1 << 20;
    private static final int BINDINGS_FILES = 2;

    public StrictStorage(
            Configuration configuration,
            CriticalAnalyzer analyzer,
            ExecutorFactory executors,
            ScheduledExecutorService timer,
            ExecutorFactory ioExecutors,
            IOCriticalErrorListener refusedWrites) {
        super(configuration, analyzer, executors, timer, ioExecutors, refusedWrites);
    }

    /** As {@code JournalStorageManager.init} does for an NIO journal, but for the files. */
    @Override
    protected void init(Configuration configuration, IOCriticalErrorListener refusedWrites) {
        bindingsFF =
                new WholeFiles(configuration.getBindingsLocation(), configuration.getJournalMaxIO_NIO(), refusedWrites);
        bindingsFF.setDatasync(configuration.isJournalDatasync());
        bindingsJournal = bindings(configuration, bindingsFF, refusedWrites);
        originalBindingsJournal = bindingsJournal;

        journalFF = new WholeFiles(configuration, refusedWrites, getCriticalAnalyzer());
        journalFF.setDatasync(configuration.isJournalDatasync());
        int fileSize = fixJournalFileSize(configuration.getJournalFileSize(), journalFF.getAlignment());
        messageJournal = createMessageJournal(configuration, refusedWrites, fileSize);
        messageJournal.replaceableRecord(JournalRecordIds.UPDATE_DELIVERY_COUNT);
        messageJournal.replaceableRecord(JournalRecordIds.SET_SCHEDULED_DELIVERY_TIME);
        originalMessageJournal = messageJournal;

        largeMessagesDirectory = configuration.getLargeMessagesDirectory();
        largeMessagesFactory = new WholeFiles(configuration.getLargeMessagesLocation(), 1, refusedWrites);
    }

    private Journal bindings(
            Configuration configuration, SequentialFileFactory files, IOCriticalErrorListener refusedWrites) {
        return new JournalImpl(
                ioExecutorFactory,
                BINDINGS_FILE_SIZE,
                BINDINGS_FILES,
                configuration.getJournalPoolFiles(),
                configuration.getJournalCompactMinFiles(),
                configuration.getJournalCompactPercentage(),
                configuration.getJournalFileOpenTimeout(),
                files,
                "activemq-bindings",
                "bindings",
                1,
                0,
                refusedWrites,
                configuration.getJournalMaxAtticFiles());
    }

    /**
     * Forces the record, without making the caller wait. Artemis only writes it ({@code MQTTUtil.
     * sendMessageDirectlyToQueue}), so that SUBACK came before the list of a session's subscriptions was on the disk.
     */
    @Override
    public void asyncCommit(long transaction) throws Exception {
        commit(transaction);
    }
}
