package io.packetboat.store;

import io.packetboat.subscription.SubscriptionStore;
import io.packetboat.subscription.SubscriptionStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlSubscriptionStoreTest extends SubscriptionStoreContract {

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
    protected SubscriptionStore store() {
        return new JdbcSubscriptionStore(database);
    }
}
