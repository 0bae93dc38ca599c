package io.packetboat.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process away from the same data. Artemis has a lock too, and waits for it silently and for ever.
 *
 * <p>The operating system gives the lock up when the process dies, however it dies.
 */
final class DataDirectoryLock {
    private final Path file;
    private @Nullable FileChannel channel;

    DataDirectoryLock(Path directory) {
        this.file = directory.resolve("broker.lock");
    }

    synchronized void acquire() {
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.tryLock();
            if (held == null) {
                release();
                throw BrokerStartFailed.directoryInUse(file, null);
            }
        } catch (OverlappingFileLockException e) {
            release();
            throw BrokerStartFailed.directoryInUse(file, e);
        } catch (IOException e) {
            release();
            throw new BrokerStartFailed("The lock file " + file + " cannot be opened: " + e, e);
        }
    }

    synchronized void release() {
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
