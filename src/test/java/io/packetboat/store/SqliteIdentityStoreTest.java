package io.packetboat.store;

import io.packetboat.identity.IdentityStore;
import io.packetboat.identity.IdentityStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdentityStoreTest extends IdentityStoreContract {
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
    protected IdentityStore store() {
        return new JdbcIdentityStore(database);
    }
}
