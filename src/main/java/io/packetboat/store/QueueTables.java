package io.packetboat.store;

import io.packetboat.kernel.QueueName;
import io.packetboat.queue.QueueChange;
import io.packetboat.queue.QueueIntent;
import io.packetboat.queue.StoredQueue;
import org.jdbi.v3.core.Handle;

/** Carries changes of queues' definitions out within one transaction. */
record QueueTables(Handle handle) implements QueueChange.Target {

    @Override
    public void put(StoredQueue queue) {
        deleteByName("queue_definition", queue.name());
        handle.createUpdate("""
                        INSERT INTO queue_definition
                            (name, broker_id, visibility_timeout, delay, receive_wait, maximum_message_size,
                             content_based_deduplication, deduplication_scope, throughput_limit,
                             redrive_allow, policy, tags, created_at, modified_at)
                        VALUES (:name, :brokerId, :visibilityTimeout, :delay, :receiveWait, :maximumMessageSize,
                             :contentBasedDeduplication, :deduplicationScope, :throughputLimit,
                             :redriveAllow, :policy, :tags, :createdAt, :modifiedAt)
                        """).bindMap(QueueRow.columns(queue)).execute();
    }

    @Override
    public void delete(QueueName name, long brokerId) {
        handle.createUpdate("DELETE FROM queue_definition WHERE name = :name AND broker_id = :brokerId")
                .bind("name", name.value())
                .bind("brokerId", brokerId)
                .execute();
    }

    @Override
    public void begin(QueueIntent intent) {
        deleteByName("queue_intent", intent.name());
        handle.createUpdate("""
                        INSERT INTO queue_intent
                            (name, broker_id, visibility_timeout, delay, receive_wait, maximum_message_size,
                             content_based_deduplication, deduplication_scope, throughput_limit,
                             redrive_allow, policy, tags, created_at, modified_at,
                             kind, creator, max_delivery_attempts, dead_letter_queue, redelivery_delay,
                             redelivery_multiplier, max_redelivery_delay, retention)
                        VALUES (:name, :brokerId, :visibilityTimeout, :delay, :receiveWait, :maximumMessageSize,
                             :contentBasedDeduplication, :deduplicationScope, :throughputLimit,
                             :redriveAllow, :policy, :tags, :createdAt, :modifiedAt,
                             :kind, :creator, :maxDeliveryAttempts, :deadLetterQueue, :redeliveryDelay,
                             :redeliveryMultiplier, :maxRedeliveryDelay, :retention)
                        """).bindMap(QueueRow.columns(intent)).execute();
    }

    @Override
    public void end(QueueName intent) {
        deleteByName("queue_intent", intent);
    }

    /** The table is a constant of this class, never input. */
    private void deleteByName(String table, QueueName name) {
        handle.createUpdate("DELETE FROM " + table + " WHERE name = :name")
                .bind("name", name.value())
                .execute();
    }
}
