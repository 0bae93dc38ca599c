package io.packetboat.store;

import io.packetboat.kernel.TopicName;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.retry.DeliveryPolicy;
import io.packetboat.topic.ArchivePolicy;
import io.packetboat.topic.FifoTopic;
import io.packetboat.topic.StoredTopic;
import io.packetboat.topic.TopicAttributes;
import io.packetboat.topic.TopicTags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a topic's definition, both ways. */
final class TopicRow {
    private TopicRow() {}

    static Map<String, @Nullable Object> columns(StoredTopic topic) {
        TopicAttributes attributes = topic.attributes();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("name", topic.name().value());
        columns.put("state", topic.state().name());
        columns.put("displayName", attributes.displayName());
        columns.put("policy", attributes.policy().map(ResourcePolicy::text).orElse(null));
        columns.put(
                "deliveryPolicy",
                attributes.deliveryPolicy().map(DeliveryPolicy::text).orElse(null));
        columns.put("signatureVersion", attributes.signatureVersion());
        columns.put(
                "contentBasedDeduplication",
                attributes.fifo().map(FifoTopic::contentBasedDeduplication).orElse(null));
        columns.put(
                "throughputScope",
                attributes.fifo().map(fifo -> fifo.scope().name()).orElse(null));
        columns.put("archiveDays", attributes.archive().map(ArchivePolicy::days).orElse(null));
        columns.put(
                "archiveSince",
                attributes
                        .archive()
                        .map(policy -> policy.since().toEpochMilli())
                        .orElse(null));
        columns.put("tags", TagsColumn.text(attributes.tags().values()));
        return columns;
    }

    static StoredTopic topic(ResultSet row) throws SQLException {
        TopicAttributes attributes = new TopicAttributes(
                row.getString("display_name"),
                Optional.ofNullable(row.getString("policy")).map(ResourcePolicy::parse),
                Optional.ofNullable(row.getString("delivery_policy")).map(DeliveryPolicy::ofTopic),
                row.getInt("signature_version"),
                fifo(row),
                new TopicTags(TagsColumn.values(row.getString("tags"))));
        return new StoredTopic(
                new TopicName(row.getString("name")), StoredTopic.State.valueOf(row.getString("state")), attributes);
    }

    private static Optional<FifoTopic> fifo(ResultSet row) throws SQLException {
        boolean contentBased = row.getBoolean("content_based_deduplication");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new FifoTopic(
                        contentBased, FifoTopic.Scope.valueOf(row.getString("throughput_scope")), archive(row)));
    }

    private static Optional<ArchivePolicy> archive(ResultSet row) throws SQLException {
        int days = row.getInt("archive_days");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new ArchivePolicy(days, Instant.ofEpochMilli(row.getLong("archive_since"))));
    }
}
