package io.packetboat.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The embedded database's file and how its connections are set up. */
record SqliteFile(Path directory) {
    private static final String NAME = "packetboat.sqlite";
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

    /** Makes the file where it is missing, readable for its owner alone: it holds hashes of passwords. */
    static SqliteFile in(Path directory) {
        Path path = directory.resolve(NAME);
        try {
            Files.createDirectories(directory);
            if (Files.notExists(path)) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the file " + path, e);
        }
        return new SqliteFile(directory.toAbsolutePath());
    }

    DataSource writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // FULL syncs the write-ahead log at each commit; NORMAL would only at checkpoints.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // Taking the write lock at the start, a transaction never fails half way because a reader became a writer.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return source(config);
    }

    DataSource reading() {
        return source(new SQLiteConfig());
    }

    private DataSource source(SQLiteConfig config) {
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + directory.resolve(NAME));
        return source;
    }

    /** SQLite syncs its files; that their names and the directory's own survive a power failure is seen to here. */
    void forceDirectories() {
        force(directory);
        force(directory.resolveSibling("."));
    }

    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sync the directory " + directory, e);
        }
    }
}
