package io.packetboat.store;

import io.packetboat.archive.Replay;
import io.packetboat.archive.ReplayStore;
import io.packetboat.fanout.ArchivePosition;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.ReplayPolicy;
import io.packetboat.subscription.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Replays in a table. */
public final class JdbcReplayStore implements ReplayStore {
    private final Database database;

    public JdbcReplayStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Replay> load() {
        return database.read(handle -> handle.createQuery("SELECT * FROM subscription_replay ORDER BY subscription")
                .map((row, context) -> replay(row))
                .list());
    }

    @Override
    public void put(Replay replay) {
        database.write(
                handle -> handle.createUpdate("""
                        INSERT INTO subscription_replay
                            (subscription, topic, token, policy, starting_at, ending_at, held_from, given, held_through,
                             failed)
                        VALUES (:subscription, :topic, :token, :policy, :starting, :ending, :heldFrom, :given, :heldThrough,
                             :failed)
                        ON CONFLICT (subscription) DO UPDATE SET
                            topic = excluded.topic, token = excluded.token, policy = excluded.policy,
                            starting_at = excluded.starting_at, ending_at = excluded.ending_at,
                            held_from = excluded.held_from, given = excluded.given,
                            held_through = excluded.held_through, failed = excluded.failed
                        """).bindMap(columns(replay)).execute());
    }

    @Override
    public void delete(SubscriptionId subscription) {
        database.write(
                handle -> handle.createUpdate("DELETE FROM subscription_replay WHERE subscription = :subscription")
                        .bind("subscription", subscription.value())
                        .execute());
    }

    private static Map<String, @Nullable Object> columns(Replay replay) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("subscription", replay.subscription().value());
        columns.put("topic", replay.topic().value());
        columns.put("token", replay.token());
        columns.put("policy", replay.policy().map(ReplayPolicy::text).orElse(null));
        columns.put(
                "starting",
                replay.policy().map(policy -> policy.starting().toEpochMilli()).orElse(null));
        columns.put(
                "ending",
                replay.policy()
                        .flatMap(ReplayPolicy::ending)
                        .map(Instant::toEpochMilli)
                        .orElse(null));
        columns.put("heldFrom", replay.heldFrom().value());
        columns.put("given", replay.given().value());
        columns.put(
                "heldThrough", replay.heldThrough().map(ArchivePosition::value).orElse(null));
        columns.put("failed", replay.failed());
        return columns;
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                new SubscriptionId(row.getString("subscription")),
                new TopicName(row.getString("topic")),
                row.getString("token"),
                policy(row),
                new ArchivePosition(row.getLong("held_from")),
                new ArchivePosition(row.getLong("given")),
                number(row, "held_through").map(ArchivePosition::new),
                row.getBoolean("failed"));
    }

    private static Optional<ReplayPolicy> policy(ResultSet row) throws SQLException {
        String text = row.getString("policy");
        return text == null
                ? Optional.empty()
                : Optional.of(new ReplayPolicy(
                        text,
                        Instant.ofEpochMilli(row.getLong("starting_at")),
                        number(row, "ending_at").map(Instant::ofEpochMilli)));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
