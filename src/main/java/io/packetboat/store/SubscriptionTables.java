package io.packetboat.store;

import io.packetboat.subscription.Subscription;
import io.packetboat.subscription.SubscriptionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Changes subscriptions, and what is counted of them, within one transaction. */
record SubscriptionTables(Handle handle) {

    Optional<Subscription> find(SubscriptionId id) {
        return handle.createQuery("SELECT * FROM subscription WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> SubscriptionRow.subscription(row))
                .findOne();
    }

    void add(List<Subscription> subscriptions) {
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO subscription
                    (id, topic, protocol, endpoint, owner, confirmation, raw, filter_scope, filter, policy_key,
                     delivery_policy, dead_letter_queue, created_at)
                VALUES (:id, :topic, :protocol, :endpoint, :owner, :confirmation, :raw, :filterScope, :filter, :policyKey,
                     :deliveryPolicy, :deadLetterQueue, :createdAt)
                """);
        subscriptions.forEach(subscription ->
                rows.bindMap(SubscriptionRow.columns(subscription)).add());
        rows.execute();
        use(subscriptions.stream().filter(Subscription::isConfirmed).toList());
    }

    private void use(List<Subscription> confirmed) {
        if (confirmed.isEmpty()) {
            return;
        }
        PreparedBatch uses = handle.prepareBatch("""
                INSERT INTO subscription_policy (topic, policy_key, filter_scope, filter, subscriptions)
                VALUES (:topic, :policyKey, :filterScope, :filter, 1)
                ON CONFLICT (topic, policy_key) DO UPDATE SET subscriptions = subscription_policy.subscriptions + 1
                """);
        confirmed.forEach(subscription ->
                uses.bindMap(SubscriptionRow.columns(subscription)).add());
        uses.execute();
    }

    /** Endpoint, topic and id of a subscription stay for ever. */
    void put(Subscription former, Subscription now) {
        unuse(former);
        handle.createUpdate("""
                        UPDATE subscription SET
                            owner = :owner, confirmation = :confirmation, raw = :raw, filter_scope = :filterScope,
                            filter = :filter, policy_key = :policyKey, delivery_policy = :deliveryPolicy,
                            dead_letter_queue = :deadLetterQueue
                        WHERE id = :id
                        """).bindMap(SubscriptionRow.columns(now)).execute();
        use(List.of(now).stream().filter(Subscription::isConfirmed).toList());
    }

    void delete(Subscription former) {
        unuse(former);
        handle.createUpdate("DELETE FROM subscription WHERE id = :id")
                .bind("id", former.id().value())
                .execute();
        handle.createUpdate("DELETE FROM confirmation_token WHERE subscription = :id")
                .bind("id", former.id().value())
                .execute();
        handle.createUpdate("""
                        UPDATE topic_definition SET subscriptions_deleted = subscriptions_deleted + 1 WHERE name = :topic
                        """).bind("topic", former.topic().value()).execute();
    }

    void remember(Subscription former, String hash, Instant expires) {
        handle.createUpdate("""
                        INSERT INTO ended_subscription
                            (id, topic, protocol, endpoint, owner, confirmation, raw, filter_scope, filter, policy_key,
                             delivery_policy, dead_letter_queue, created_at, hash, expires_at)
                        VALUES (:id, :topic, :protocol, :endpoint, :owner, :confirmation, :raw, :filterScope, :filter,
                             :policyKey, :deliveryPolicy, :deadLetterQueue, :createdAt, :hash, :expires)
                        """)
                .bindMap(SubscriptionRow.columns(former))
                .bind("hash", hash)
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    private void unuse(Subscription former) {
        if (!former.isConfirmed()) {
            return;
        }
        changeUse("UPDATE subscription_policy SET subscriptions = subscriptions - 1", former);
        changeUse("DELETE FROM subscription_policy", former, " AND subscriptions < 1");
    }

    private void changeUse(String change, Subscription subscription) {
        changeUse(change, subscription, "");
    }

    /** Both texts are constants of this class, never input. */
    private void changeUse(String change, Subscription subscription, String condition) {
        handle.createUpdate(change + " WHERE topic = :topic AND policy_key = :key" + condition)
                .bind("topic", subscription.topic().value())
                .bind("key", SubscriptionRow.keyOf(subscription.policyKey()))
                .execute();
    }
}
