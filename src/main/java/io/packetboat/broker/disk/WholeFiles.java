package io.packetboat.broker.disk;

import java.io.File;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.io.IOCriticalErrorListener;
import org.apache.activemq.artemis.core.io.SequentialFile;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzer;

/** A folder of {@link WholeFile}s. */
final class WholeFiles extends NIOSequentialFileFactory {
    private final IOCriticalErrorListener refusedWrites;

    /** Files that are written at once, each by whoever has something to write. */
    WholeFiles(File directory, int maxIo, IOCriticalErrorListener refusedWrites) {
        super(directory, false, refusedWrites, maxIo);
        this.refusedWrites = refusedWrites;
    }

    /** The journal's files, which share one buffer and its timer. */
    WholeFiles(Configuration configuration, IOCriticalErrorListener refusedWrites, CriticalAnalyzer analyzer) {
        super(
                configuration.getJournalLocation(),
                true,
                configuration.getJournalBufferSize_NIO(),
                configuration.getJournalBufferTimeout_NIO(),
                configuration.getJournalMaxIO_NIO(),
                configuration.isLogJournalWriteRate(),
                refusedWrites,
                analyzer);
        this.refusedWrites = refusedWrites;
    }

    @Override
    public SequentialFile createSequentialFile(String name) {
        return new WholeFile(this, getDirectory(), name, getMaxIO(), refusedWrites);
    }
}
