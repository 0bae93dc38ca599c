package io.packetboat.store;

import io.packetboat.archive.ReplayStore;
import io.packetboat.archive.ReplayStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteReplayStoreTest extends ReplayStoreContract {
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
    protected ReplayStore store() {
        return new JdbcReplayStore(database);
    }
}
