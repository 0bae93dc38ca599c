package io.packetboat.store;

import io.packetboat.queue.MoveTaskStore;
import io.packetboat.queue.MoveTaskStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlMoveTaskStoreTest extends MoveTaskStoreContract {

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
    protected MoveTaskStore store() {
        return new JdbcMoveTaskStore(database);
    }
}
