package io.packetboat.store;

import io.packetboat.topic.TopicStore;
import io.packetboat.topic.TopicStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgreSqlTopicStoreTest extends TopicStoreContract {

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
    protected TopicStore store() {
        return new JdbcTopicStore(database);
    }
}
