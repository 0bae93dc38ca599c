package io.packetboat.store;

import io.packetboat.queue.QueueChange;
import io.packetboat.queue.QueueIntent;
import io.packetboat.queue.QueueStore;
import io.packetboat.queue.StoredQueue;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Definitions of queues, and commands that were begun on them, in tables. */
public final class JdbcQueueStore implements QueueStore {
    private final Database database;

    public JdbcQueueStore(Database database) {
        this.database = database;
    }

    @Override
    public Contents load() {
        return database.read(handle -> handle.inTransaction(one -> new Contents(queues(one), intents(one))));
    }

    @Override
    public void apply(List<QueueChange> changes) {
        database.write(handle -> {
            QueueTables tables = new QueueTables(handle);
            changes.forEach(change -> change.applyTo(tables));
        });
    }

    private static List<StoredQueue> queues(Handle handle) {
        return handle.createQuery("SELECT * FROM queue_definition ORDER BY name")
                .map((row, context) -> QueueRow.queue(row))
                .list();
    }

    private static List<QueueIntent> intents(Handle handle) {
        return handle.createQuery("SELECT * FROM queue_intent ORDER BY name")
                .map((row, context) -> QueueRow.intent(row))
                .list();
    }
}
