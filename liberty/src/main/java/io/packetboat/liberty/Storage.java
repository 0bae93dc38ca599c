package io.packetboat.liberty;

import io.packetboat.broker.DataDirectoryLock;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.store.Database;
import io.packetboat.store.DatabaseConfig;
import java.nio.file.Path;

/** The data directory, locked first and given up last, and the database that may lie in it. */
record Storage(DataDirectoryLock lock, Database database) implements AutoCloseable {

    /** Raises the failure of whichever cannot be had, and holds neither then. */
    static Storage open(Path directory, DatabaseConfig config) {
        DataDirectoryLock lock = DataDirectoryLock.acquire(directory);
        try {
            return new Storage(lock, Database.open(config));
        } catch (PacketboatException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
        lock.close();
    }
}
