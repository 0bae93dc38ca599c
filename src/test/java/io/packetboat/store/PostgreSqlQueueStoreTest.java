package io.packetboat.store;

import io.packetboat.queue.QueueStore;
import io.packetboat.queue.QueueStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlQueueStoreTest extends QueueStoreContract {

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
    protected QueueStore store() {
        return new JdbcQueueStore(database);
    }
}
