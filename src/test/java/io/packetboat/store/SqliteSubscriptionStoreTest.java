package io.packetboat.store;

import io.packetboat.subscription.SubscriptionStore;
import io.packetboat.subscription.SubscriptionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteSubscriptionStoreTest extends SubscriptionStoreContract {
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
    protected SubscriptionStore store() {
        return new JdbcSubscriptionStore(database);
    }
}
