package io.packetboat.store;

import io.packetboat.signing.SigningKeyStore;
import io.packetboat.signing.SigningKeyStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlSigningKeyStoreTest extends SigningKeyStoreContract {

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
    protected SigningKeyStore store() {
        return new JdbcSigningKeyStore(database);
    }
}
