package io.packetboat.store;

import io.packetboat.signing.SigningKeyStore;
import io.packetboat.signing.SigningKeyStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteSigningKeyStoreTest extends SigningKeyStoreContract {
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
    protected SigningKeyStore store() {
        return new JdbcSigningKeyStore(database);
    }
}
