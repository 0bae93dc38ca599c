package io.packetboat.store;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.policy.ResourcePolicy;
import io.packetboat.queue.FifoSettings;
import io.packetboat.queue.QueueAttributes;
import io.packetboat.queue.QueueIntent;
import io.packetboat.queue.StoredQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a queue's definition and of an intent, both ways. */
final class QueueRow {
    private QueueRow() {}

    static Map<String, @Nullable Object> columns(StoredQueue queue) {
        QueueAttributes attributes = queue.attributes();
        Optional<FifoSettings> fifo = attributes.fifo();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("name", queue.name().value());
        columns.put("brokerId", queue.brokerId());
        columns.put("visibilityTimeout", attributes.visibilityTimeout().toMillis());
        columns.put("delay", attributes.delay().toMillis());
        columns.put("receiveWait", attributes.receiveWait().toMillis());
        columns.put("maximumMessageSize", attributes.maximumMessageSize());
        columns.put("contentBasedDeduplication", orNull(fifo.map(FifoSettings::contentBasedDeduplication)));
        columns.put(
                "deduplicationScope",
                orNull(fifo.map(value -> value.deduplicationScope().name())));
        columns.put(
                "throughputLimit",
                orNull(fifo.map(value -> value.throughputLimit().name())));
        columns.put("redriveAllow", orNull(attributes.redriveAllowPolicy().map(QueueColumns::text)));
        columns.put("policy", orNull(attributes.policy().map(ResourcePolicy::text)));
        columns.put("tags", QueueColumns.text(attributes.tags()));
        columns.put("createdAt", orNull(attributes.createdAt().map(Instant::toEpochMilli)));
        columns.put("modifiedAt", orNull(attributes.modifiedAt().map(Instant::toEpochMilli)));
        return columns;
    }

    static Map<String, @Nullable Object> columns(QueueIntent intent) {
        QueueSettings settings = intent.settings();
        Map<String, @Nullable Object> columns = columns(intent.wanted());
        columns.put("kind", intent.kind().name());
        columns.put("creator", orNull(intent.creator()));
        columns.put("maxDeliveryAttempts", orNull(settings.maxDeliveryAttempts()));
        columns.put("deadLetterQueue", orNull(settings.deadLetterQueue()));
        columns.put("redeliveryDelay", orNull(settings.redeliveryDelay().map(Duration::toMillis)));
        columns.put("redeliveryMultiplier", orNull(settings.redeliveryMultiplier()));
        columns.put("maxRedeliveryDelay", orNull(settings.maxRedeliveryDelay().map(Duration::toMillis)));
        columns.put("retention", orNull(settings.retention().map(Duration::toMillis)));
        return columns;
    }

    private static @Nullable Object orNull(Optional<?> value) {
        return value.isPresent() ? value.get() : null;
    }

    static StoredQueue queue(ResultSet row) throws SQLException {
        QueueAttributes attributes = new QueueAttributes(
                Duration.ofMillis(row.getLong("visibility_timeout")),
                Duration.ofMillis(row.getLong("delay")),
                Duration.ofMillis(row.getLong("receive_wait")),
                row.getInt("maximum_message_size"),
                fifo(row),
                text(row, "redrive_allow").map(QueueColumns::redriveAllowPolicy),
                text(row, "policy").map(ResourcePolicy::parse),
                QueueColumns.tags(row.getString("tags")),
                number(row, "created_at").map(Instant::ofEpochMilli),
                number(row, "modified_at").map(Instant::ofEpochMilli));
        return new StoredQueue(new QueueName(row.getString("name")), row.getLong("broker_id"), attributes);
    }

    private static Optional<FifoSettings> fifo(ResultSet row) throws SQLException {
        boolean contentBased = row.getBoolean("content_based_deduplication");
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(new FifoSettings(
                contentBased,
                FifoSettings.DeduplicationScope.valueOf(row.getString("deduplication_scope")),
                FifoSettings.ThroughputLimit.valueOf(row.getString("throughput_limit"))));
    }

    static QueueIntent intent(ResultSet row) throws SQLException {
        double multiplier = row.getDouble("redelivery_multiplier");
        Optional<Double> redeliveryMultiplier = row.wasNull() ? Optional.empty() : Optional.of(multiplier);
        QueueSettings settings = new QueueSettings(
                number(row, "max_delivery_attempts").map(Math::toIntExact),
                text(row, "dead_letter_queue"),
                number(row, "redelivery_delay").map(Duration::ofMillis),
                redeliveryMultiplier,
                number(row, "max_redelivery_delay").map(Duration::ofMillis),
                number(row, "retention").map(Duration::ofMillis));
        return new QueueIntent(
                QueueIntent.Kind.valueOf(row.getString("kind")), queue(row), settings, text(row, "creator"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
