package io.packetboat.benchmark;

import io.packetboat.filter.FilterLimits;
import io.packetboat.filter.FilterPolicy;
import io.packetboat.filter.FilterScope;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Subscriptions written into the database of a server that does not run, in the order of every index, which is the only way
 * to have millions within minutes. They are those of queues that do not exist.
 */
final class SubscriptionRows {
    private static final int TRANSACTION = 100_000;
    private static final int BATCH = 1_000;

    private static final String SUBSCRIPTION = """
            INSERT INTO subscription
                (id, topic, protocol, endpoint, owner, confirmation, raw, filter_scope, filter, policy_key,
                 delivery_policy, dead_letter_queue, created_at)
            VALUES (?, ?, 'sqs', ?, 'admin', 'LOCKED', ?, 'MESSAGE_ATTRIBUTES', ?, ?, NULL, NULL, 0)
            """;
    private static final String POLICY = """
            INSERT INTO subscription_policy (topic, policy_key, filter_scope, filter, subscriptions)
            VALUES (?, ?, 'MESSAGE_ATTRIBUTES', ?, ?)
            """;

    private final String topic;
    private final List<FilterPolicy> policies;

    /** As many policies as said, no two of which accept the same message. */
    SubscriptionRows(String topic, int policies) {
        this.topic = topic;
        this.policies = IntStream.range(0, policies)
                .mapToObj(SubscriptionRows::policy)
                .sorted(Comparator.comparing(policy -> policy.key().value()))
                .toList();
    }

    private static FilterPolicy policy(int number) {
        return FilterPolicy.parse(
                "{\"customer\":[\"customer-%d\"],\"kind\":[\"order\",{\"prefix\":\"return-\"}]}".formatted(number),
                FilterScope.MESSAGE_ATTRIBUTES,
                FilterLimits.AWS);
    }

    List<FilterPolicy> policies() {
        return policies;
    }

    /** Writes so many subscriptions, as many for each policy. */
    void write(String url, String user, String password, int subscriptions) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            int each = subscriptions / policies.size();
            writePolicies(connection, each);
            writeSubscriptions(connection, each);
        }
    }

    private void writePolicies(Connection connection, int each) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(POLICY)) {
            for (FilterPolicy policy : policies) {
                rows.setString(1, topic);
                rows.setString(2, policy.key().value());
                rows.setString(3, policy.text());
                rows.setLong(4, each);
                rows.addBatch();
            }
            rows.executeBatch();
            connection.commit();
        }
    }

    private void writeSubscriptions(Connection connection, int each) throws SQLException {
        try (PreparedStatement rows = connection.prepareStatement(SUBSCRIPTION)) {
            long number = 0;
            for (FilterPolicy policy : policies) {
                for (int i = 0; i < each; i++) {
                    bind(rows, ++number, policy);
                    flush(connection, rows, number);
                }
            }
            rows.executeBatch();
            connection.commit();
        }
    }

    private void bind(PreparedStatement row, long number, FilterPolicy policy) throws SQLException {
        row.setString(1, new UUID(number, number).toString());
        row.setString(2, topic);
        row.setString(3, "nobody-%09d".formatted(number));
        row.setBoolean(4, false);
        row.setString(5, policy.text());
        row.setString(6, policy.key().value());
        row.addBatch();
    }

    private static void flush(Connection connection, PreparedStatement rows, long number) throws SQLException {
        if (number % BATCH == 0) {
            rows.executeBatch();
        }
        if (number % TRANSACTION == 0) {
            connection.commit();
        }
    }
}
