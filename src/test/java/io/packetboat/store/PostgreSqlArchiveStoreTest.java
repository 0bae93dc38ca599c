package io.packetboat.store;

import io.packetboat.archive.ArchiveStore;
import io.packetboat.archive.ArchiveStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlArchiveStoreTest extends ArchiveStoreContract {

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(TestingPostgreSql.freshDatabase());
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
