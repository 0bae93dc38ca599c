package io.packetboat.store;

import io.packetboat.audit.AuditStore;
import io.packetboat.audit.AuditStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditStoreTest extends AuditStoreContract {
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
    protected AuditStore store() {
        return new JdbcAuditStore(database);
    }
}
