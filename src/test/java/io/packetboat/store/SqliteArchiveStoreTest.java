package io.packetboat.store;

import io.packetboat.archive.ArchiveStore;
import io.packetboat.archive.ArchiveStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteArchiveStoreTest extends ArchiveStoreContract {
    @TempDir
    private Path directory;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseConfig.Embedded(directory));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected ArchiveStore store() {
        return new JdbcArchiveStore(database);
    }
}
