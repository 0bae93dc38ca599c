package io.packetboat.store;

import io.packetboat.identity.IdentityStore;
import io.packetboat.identity.IdentityStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlIdentityStoreTest extends IdentityStoreContract {

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
    protected IdentityStore store() {
        return new JdbcIdentityStore(database);
    }
}
