package io.packetboat.store;

import io.packetboat.queue.MoveTaskStore;
import io.packetboat.queue.MoveTaskStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteMoveTaskStoreTest extends MoveTaskStoreContract {
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
    protected MoveTaskStore store() {
        return new JdbcMoveTaskStore(database);
    }
}
