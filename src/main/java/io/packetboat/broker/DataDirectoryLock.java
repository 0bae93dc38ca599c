package io.packetboat.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process away from the same data. Artemis has a lock too, and waits for it silently and for ever.
 *
 * <p>Held before anything in the directory is read or made, the database and the keys too, and given up last. The
 * operating system gives it up when the process dies, however it dies. Safe for any number of threads.
 */
public final class DataDirectoryLock implements AutoCloseable {
    private final Path file;
    private @Nullable FileChannel channel;

    private DataDirectoryLock(Path file) {
        this.file = file;
    }

    /**
     * Makes the directory where it is missing and takes its lock.
     *
     * @throws BrokerStartFailed if another process has it, or the directory cannot be written
     */
    public static DataDirectoryLock acquire(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new BrokerStartFailed("The data directory " + directory + " cannot be created: " + e, e);
        }
        DataDirectoryLock lock = new DataDirectoryLock(directory.resolve("broker.lock"));
        lock.acquire();
        return lock;
    }

    private synchronized void acquire() {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                close();
                throw BrokerStartFailed.directoryInUse(file, null);
            }
        } catch (OverlappingFileLockException e) {
            close();
            throw BrokerStartFailed.directoryInUse(file, e);
        } catch (IOException e) {
            close();
            throw new BrokerStartFailed("The lock file " + file + " cannot be opened: " + e, e);
        }
    }

    /** Lets another process in; does nothing the second time. */
    @Override
    public synchronized void close() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new BrokerStartFailed("The lock file " + file + " cannot be closed: " + e, e);
        } finally {
            channel = null;
        }
    }
}
