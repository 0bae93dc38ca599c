package io.packetboat.store;

import io.packetboat.audit.AuditRecord;
import io.packetboat.audit.AuditStore;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Audit records in a table whose key is the time of recording in microseconds, made unique by counting on from the last.
 *
 * <p>A clock that is set back does no harm to the order.
 */
public final class JdbcAuditStore implements AuditStore {
    private final Database database;
    private final AtomicLong lastId;

    public JdbcAuditStore(Database database) {
        this.database = database;
        this.lastId = new AtomicLong(
                database.read(handle -> handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM audit_record")
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public void append(AuditRecord record) {
        long micros = micros(record.time());
        boolean added = false;
        while (!added) {
            long id = lastId.updateAndGet(last -> Math.max(last + 1, micros));
            added = database.writeAndRead(handle -> insert(handle, id, record)) == 1;
        }
    }

    /** Another node may have taken the id; then nothing is added. */
    private static int insert(Handle handle, long id, AuditRecord record) {
        return handle.createUpdate("""
                        INSERT INTO audit_record
                            (id, happened_at, user_name, source, door, action, resource, outcome, failure)
                        VALUES (:id, :happened, :user, :source, :door, :action, :resource, :outcome, :failure)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("id", id)
                .bind("happened", record.time().toEpochMilli())
                .bind("user", record.user())
                .bind("source", record.source())
                .bind("door", record.door().name())
                .bind("action", record.action())
                .bind("resource", record.resource())
                .bind("outcome", record.outcome().name())
                .bind("failure", record.failure())
                .execute();
    }

    @Override
    public Page<AuditRecord> listNewestFirst(PageRequest page) {
        List<Row> rows = database.read(handle -> handle.createQuery("""
                        SELECT id, happened_at, user_name, source, door, action, resource, outcome, failure
                        FROM audit_record WHERE id < :before ORDER BY id DESC LIMIT :limit
                        """)
                .bind("before", before(page))
                .bind("limit", page.size() + 1)
                .map(JdbcAuditStore::row)
                .list());
        boolean more = rows.size() > page.size();
        List<Row> wanted = more ? rows.subList(0, page.size()) : rows;
        Optional<String> next = more ? Optional.of(Long.toString(wanted.get(wanted.size() - 1).id)) : Optional.empty();
        return new Page<>(wanted.stream().map(Row::record).toList(), next);
    }

    @Override
    public int deleteBefore(Instant moment, int most) {
        return database.writeAndRead(handle -> handle.createUpdate("""
                        DELETE FROM audit_record WHERE id IN
                            (SELECT id FROM audit_record WHERE id < :before ORDER BY id LIMIT :limit)
                        """)
                .bind("before", micros(moment))
                .bind("limit", most)
                .execute());
    }

    private static long before(PageRequest page) {
        if (page.after().isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(page.after());
        } catch (NumberFormatException e) {
            throw new InvalidValue("after", "must be the key that the page before gave");
        }
    }

    private static long micros(Instant moment) {
        return Math.multiplyExact(moment.toEpochMilli(), 1_000L);
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getLong("id"),
                new AuditRecord(
                        Instant.ofEpochMilli(row.getLong("happened_at")),
                        row.getString("user_name"),
                        row.getString("source"),
                        Caller.Door.valueOf(row.getString("door")),
                        row.getString("action"),
                        row.getString("resource"),
                        AuditRecord.Outcome.valueOf(row.getString("outcome")),
                        row.getString("failure")));
    }

    private record Row(long id, AuditRecord record) {}
}
