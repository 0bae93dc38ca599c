package io.packetboat.store;

import io.packetboat.filter.PolicyKey;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.TopicName;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.EndpointKey;
import io.packetboat.subscription.PolicyUse;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionCounts;
import io.packetboat.subscription.SubscriptionId;
import io.packetboat.subscription.SubscriptionSearch;
import io.packetboat.subscription.SubscriptionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.result.ResultIterator;

/** Subscriptions in a table, with an index for each way in which they are asked for. */
public final class JdbcSubscriptionStore implements SubscriptionStore {

    /** How many subscriptions one page of a search looks at. */
    private static final int LOOKED_AT = 10_000;

    private static final String OF_ALL_PROTOCOLS = """
            SELECT * FROM subscription
            WHERE topic = :topic AND (protocol, endpoint) > (:protocol, :endpoint)
            ORDER BY protocol, endpoint LIMIT :limit
            """;
    private static final String OF_ONE_PROTOCOL = """
            SELECT * FROM subscription
            WHERE topic = :topic AND protocol = :protocol AND endpoint > :endpoint
            ORDER BY endpoint LIMIT :limit
            """;

    private final Database database;

    public JdbcSubscriptionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Subscription> find(SubscriptionId id) {
        return database.read(handle -> new SubscriptionTables(handle).find(id));
    }

    @Override
    public Optional<Subscription> find(TopicName topic, Endpoint endpoint) {
        return list(
                        "SELECT * FROM subscription WHERE topic = :topic AND protocol = :protocol AND endpoint = :endpoint",
                        Map.of("topic", topic.value(), "protocol", endpoint.protocol(), "endpoint", endpoint.target()))
                .stream()
                .findFirst();
    }

    @Override
    public void add(List<Subscription> subscriptions) {
        database.write(handle -> new SubscriptionTables(handle).add(subscriptions));
    }

    @Override
    public void put(Subscription subscription) {
        database.write(handle -> {
            SubscriptionTables tables = new SubscriptionTables(handle);
            tables.find(subscription.id()).ifPresent(former -> tables.put(former, subscription));
        });
    }

    @Override
    public void delete(SubscriptionId id) {
        database.write(handle -> {
            SubscriptionTables tables = new SubscriptionTables(handle);
            tables.find(id).ifPresent(tables::delete);
        });
    }

    @Override
    public void end(SubscriptionId id, String hash, Instant expires) {
        database.write(handle -> {
            SubscriptionTables tables = new SubscriptionTables(handle);
            tables.find(id).ifPresent(former -> {
                tables.remember(former, hash, expires);
                tables.delete(former);
            });
        });
    }

    @Override
    public Optional<Subscription> findEnded(SubscriptionId id, Instant now) {
        return list(
                        "SELECT * FROM ended_subscription WHERE id = :id AND expires_at > :now",
                        Map.of("id", id.value(), "now", now.toEpochMilli()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Subscription> findEndedByToken(String hash, Instant now) {
        return list(
                        "SELECT * FROM ended_subscription WHERE hash = :hash AND expires_at > :now",
                        Map.of("hash", hash, "now", now.toEpochMilli()))
                .stream()
                .findFirst();
    }

    @Override
    public Page<Subscription> list(PageRequest page) {
        List<Subscription> found = list(
                "SELECT * FROM subscription WHERE id > :after ORDER BY id LIMIT :limit",
                Map.of("after", page.after(), "limit", page.size() + 1));
        return page(found, page, subscription -> subscription.id().value());
    }

    @Override
    public Page<Subscription> list(TopicName topic, SubscriptionSearch search, PageRequest page) {
        EndpointKey after = EndpointKey.read(page.after(), this::find);
        Map<String, Object> values = Map.of(
                "topic",
                topic.value(),
                "protocol",
                search.protocol().orElse(after.protocol()),
                "endpoint",
                after.target(),
                "limit",
                search.takesEveryEndpoint() ? page.size() + 1 : LOOKED_AT + 1);
        return database.read(handle -> {
            try (ResultIterator<Subscription> rows = handle.createQuery(
                            search.protocol().isPresent() ? OF_ONE_PROTOCOL : OF_ALL_PROTOCOLS)
                    .bindMap(values)
                    .map((row, context) -> SubscriptionRow.subscription(row))
                    .iterator()) {
                return wanted(rows, search, page.size());
            }
        });
    }

    private static Page<Subscription> wanted(Iterator<Subscription> rows, SubscriptionSearch search, int size) {
        List<Subscription> items = new ArrayList<>();
        String last = "";
        for (int looked = 0; rows.hasNext(); looked++) {
            Subscription next = rows.next();
            boolean fits = search.accepts(next);
            if (looked == LOOKED_AT || fits && items.size() == size) {
                return new Page<>(items, Optional.of(last));
            }
            if (fits) {
                items.add(next);
            }
            last = EndpointKey.of(next);
        }
        return new Page<>(items, Optional.empty());
    }

    @Override
    public Page<Subscription> listWith(TopicName topic, Optional<PolicyKey> policy, PageRequest page) {
        List<Subscription> found = list(
                """
                SELECT * FROM subscription
                WHERE topic = :topic AND policy_key = :key AND id > :after AND confirmation <> 'PENDING'
                ORDER BY id LIMIT :limit
                """,
                Map.of(
                        "topic",
                        topic.value(),
                        "key",
                        SubscriptionRow.keyOf(policy),
                        "after",
                        page.after(),
                        "limit",
                        page.size() + 1));
        return page(found, page, subscription -> subscription.id().value());
    }

    private List<Subscription> list(String sql, Map<String, Object> values) {
        return database.read(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, context) -> SubscriptionRow.subscription(row))
                .list());
    }

    private static Page<Subscription> page(
            List<Subscription> found, PageRequest page, Function<Subscription, String> key) {
        if (found.size() <= page.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<Subscription> wanted = found.subList(0, page.size());
        return new Page<>(wanted, Optional.of(key.apply(wanted.get(wanted.size() - 1))));
    }

    @Override
    public List<PolicyUse> policies(TopicName topic) {
        return database.read(handle -> handle.createQuery("SELECT * FROM subscription_policy WHERE topic = :topic")
                .bind("topic", topic.value())
                .map((row, context) -> SubscriptionRow.use(row))
                .list());
    }

    @Override
    public long count(TopicName topic, PolicyKey policy) {
        return number(
                "SELECT subscriptions FROM subscription_policy WHERE topic = :topic AND policy_key = :key",
                Map.of("topic", topic.value(), "key", policy.value()));
    }

    @Override
    public SubscriptionCounts count(TopicName topic) {
        Map<String, Object> named = Map.of("topic", topic.value());
        return new SubscriptionCounts(
                number(
                        "SELECT CAST(SUM(subscriptions) AS BIGINT) FROM subscription_policy WHERE topic = :topic",
                        named),
                number("SELECT COUNT(*) FROM subscription WHERE topic = :topic AND confirmation = 'PENDING'", named),
                number("SELECT subscriptions_deleted FROM topic_definition WHERE name = :topic", named));
    }

    @Override
    public Map<TopicName, Long> countConfirmed(List<TopicName> topics) {
        if (topics.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery("""
                        SELECT topic, CAST(SUM(subscriptions) AS BIGINT) FROM subscription_policy
                        WHERE topic IN (<topics>) GROUP BY topic
                        """)
                .bindList("topics", topics.stream().map(TopicName::value).toList())
                .reduceRows(new HashMap<>(), (counts, row) -> {
                    counts.put(new TopicName(row.getColumn(1, String.class)), row.getColumn(2, Long.class));
                    return counts;
                }));
    }

    /** 0 where there is no row or no value. */
    private long number(String sql, Map<String, Object> values) {
        return database.read(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, context) -> row.getLong(1))
                .findOne()
                .orElse(0L));
    }

    @Override
    public List<TopicName> topics() {
        return database.read(handle -> handle.createQuery("SELECT DISTINCT topic FROM subscription_policy")
                .map((row, context) -> new TopicName(row.getString(1)))
                .list());
    }

    @Override
    public void addToken(String hash, SubscriptionId subscription, Instant expires) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO confirmation_token (hash, subscription, expires_at) VALUES (:hash, :subscription, :expires)
                        """)
                .bind("hash", hash)
                .bind("subscription", subscription.value())
                .bind("expires", expires.toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Subscription> findByToken(String hash, Instant now) {
        return list("""
                        SELECT subscription.* FROM subscription
                        JOIN confirmation_token ON confirmation_token.subscription = subscription.id
                        WHERE hash = :hash AND expires_at > :now
                        """, Map.of("hash", hash, "now", now.toEpochMilli())).stream()
                .findFirst();
    }

    @Override
    public List<Subscription> forgetPending(Instant createdBefore, Instant now) {
        return database.writeAndRead(handle -> {
            List<Subscription> forgotten = handle.createQuery(
                            "SELECT * FROM subscription WHERE confirmation = 'PENDING' AND created_at < :before")
                    .bind("before", createdBefore.toEpochMilli())
                    .map((row, context) -> SubscriptionRow.subscription(row))
                    .list();
            handle.createUpdate("DELETE FROM subscription WHERE confirmation = 'PENDING' AND created_at < :before")
                    .bind("before", createdBefore.toEpochMilli())
                    .execute();
            handle.createUpdate("DELETE FROM confirmation_token WHERE expires_at <= :now")
                    .bind("now", now.toEpochMilli())
                    .execute();
            handle.createUpdate("DELETE FROM ended_subscription WHERE expires_at <= :now")
                    .bind("now", now.toEpochMilli())
                    .execute();
            return forgotten;
        });
    }
}
