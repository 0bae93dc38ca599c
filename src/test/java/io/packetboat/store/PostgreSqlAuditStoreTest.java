package io.packetboat.store;

import io.packetboat.audit.AuditStore;
import io.packetboat.audit.AuditStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlAuditStoreTest extends AuditStoreContract {

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
    protected AuditStore store() {
        return new JdbcAuditStore(database);
    }
}
