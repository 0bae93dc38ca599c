package io.packetboat.store;

import io.packetboat.archive.ReplayStore;
import io.packetboat.archive.ReplayStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlReplayStoreTest extends ReplayStoreContract {

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
    protected ReplayStore store() {
        return new JdbcReplayStore(database);
    }
}
