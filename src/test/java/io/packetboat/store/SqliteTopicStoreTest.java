package io.packetboat.store;

import io.packetboat.topic.TopicStore;
import io.packetboat.topic.TopicStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteTopicStoreTest extends TopicStoreContract {
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
    protected TopicStore store() {
        return new JdbcTopicStore(database);
    }
}
