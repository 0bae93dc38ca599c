package io.packetboat.store;

import io.packetboat.kernel.QueueName;
import io.packetboat.queue.MoveTask;
import io.packetboat.queue.MoveTaskHandle;
import io.packetboat.queue.MoveTaskStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Move tasks in a table. */
public final class JdbcMoveTaskStore implements MoveTaskStore {
    private final Database database;

    public JdbcMoveTaskStore(Database database) {
        this.database = database;
    }

    @Override
    public List<MoveTask> load() {
        return database.read(handle -> handle.createQuery("SELECT * FROM queue_move_task ORDER BY started_at, handle")
                .map((row, context) -> task(row))
                .list());
    }

    @Override
    public void put(MoveTask task) {
        database.write(handle -> {
            delete(handle, task.handle());
            handle.createUpdate("""
                            INSERT INTO queue_move_task
                                (handle, source, destination, wanted_rate, state, moved, to_move, started_at, failure)
                            VALUES (:handle, :source, :destination, :wantedRate, :state, :moved, :toMove, :startedAt,
                                :failure)
                            """)
                    .bind("handle", task.handle().value())
                    .bind("source", task.request().source().value())
                    .bind("destination", task.request().destination().map(QueueName::value))
                    .bind("wantedRate", task.request().wantedRate())
                    .bind("state", task.state().name())
                    .bind("moved", task.moved())
                    .bind("toMove", task.toMove())
                    .bind("startedAt", task.started().toEpochMilli())
                    .bind("failure", task.failure())
                    .execute();
        });
    }

    @Override
    public void delete(List<MoveTaskHandle> handles) {
        database.write(handle -> handles.forEach(one -> delete(handle, one)));
    }

    private static void delete(Handle handle, MoveTaskHandle task) {
        handle.createUpdate("DELETE FROM queue_move_task WHERE handle = :handle")
                .bind("handle", task.value())
                .execute();
    }

    private static MoveTask task(ResultSet row) throws SQLException {
        int wantedRate = row.getInt("wanted_rate");
        Optional<Integer> rate = row.wasNull() ? Optional.empty() : Optional.of(wantedRate);
        MoveTask.Request request = new MoveTask.Request(
                new QueueName(row.getString("source")),
                Optional.ofNullable(row.getString("destination")).map(QueueName::new),
                rate);
        return new MoveTask(
                new MoveTaskHandle(row.getString("handle")),
                request,
                MoveTask.State.valueOf(row.getString("state")),
                row.getLong("moved"),
                row.getLong("to_move"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Optional.ofNullable(row.getString("failure")));
    }
}
