package io.packetboat.store;

import io.packetboat.filter.FilterScope;
import io.packetboat.filter.PolicyKey;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.TopicName;
import io.packetboat.kernel.UserName;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.subscription.Endpoint;
import io.packetboat.subscription.PolicyUse;
import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.Subscription.Confirmation;
import io.packetboat.subscription.SubscriptionAttributes;
import io.packetboat.subscription.SubscriptionFilter;
import io.packetboat.subscription.SubscriptionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a subscription, both ways. */
final class SubscriptionRow {
    /** Stands for the absence of a policy, so that the column can be part of a key. */
    static final String NO_POLICY = "";

    private SubscriptionRow() {}

    static Map<String, @Nullable Object> columns(Subscription subscription) {
        SubscriptionAttributes attributes = subscription.attributes();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", subscription.id().value());
        columns.put("topic", subscription.topic().value());
        columns.put("protocol", subscription.endpoint().protocol());
        columns.put("endpoint", subscription.endpoint().target());
        columns.put("owner", subscription.owner().value());
        columns.put("confirmation", subscription.confirmation().name());
        columns.put("raw", attributes.raw());
        columns.put("filterScope", attributes.filterScope().name());
        columns.put("filter", attributes.filter().map(SubscriptionFilter::text).orElse(null));
        columns.put("policyKey", keyOf(subscription.policyKey()));
        columns.put(
                "deliveryPolicy",
                attributes.deliveryPolicy().map(DeliveryPolicy::text).orElse(null));
        columns.put(
                "deadLetterQueue",
                attributes.deadLetterQueue().map(QueueName::value).orElse(null));
        columns.put("createdAt", subscription.createdAt().toEpochMilli());
        return columns;
    }

    static String keyOf(Optional<PolicyKey> policy) {
        return policy.map(PolicyKey::value).orElse(NO_POLICY);
    }

    static Subscription subscription(ResultSet row) throws SQLException {
        SubscriptionAttributes attributes = new SubscriptionAttributes(
                row.getBoolean("raw"),
                FilterScope.valueOf(row.getString("filter_scope")),
                filter(row),
                Optional.ofNullable(row.getString("delivery_policy")).map(DeliveryPolicy::ofSubscription),
                Optional.ofNullable(row.getString("dead_letter_queue")).map(QueueName::new));
        return new Subscription(
                new SubscriptionId(row.getString("id")),
                new TopicName(row.getString("topic")),
                Endpoint.of(row.getString("protocol"), row.getString("endpoint")),
                new UserName(row.getString("owner")),
                Confirmation.valueOf(row.getString("confirmation")),
                attributes,
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    static PolicyUse use(ResultSet row) throws SQLException {
        return new PolicyUse(filter(row), row.getLong("subscriptions"));
    }

    private static Optional<SubscriptionFilter> filter(ResultSet row) throws SQLException {
        String key = row.getString("policy_key");
        return key.equals(NO_POLICY)
                ? Optional.empty()
                : Optional.of(new SubscriptionFilter(
                        FilterScope.valueOf(row.getString("filter_scope")),
                        row.getString("filter"),
                        new PolicyKey(key)));
    }
}
