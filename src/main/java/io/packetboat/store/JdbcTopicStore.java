package io.packetboat.store;

import io.packetboat.kernel.TopicName;
import io.packetboat.topic.StoredTopic;
import io.packetboat.topic.TopicStore;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Definitions of topics in a table. */
public final class JdbcTopicStore implements TopicStore {
    private final Database database;

    public JdbcTopicStore(Database database) {
        this.database = database;
    }

    @Override
    public List<StoredTopic> load() {
        return database.read(handle -> handle.createQuery("SELECT * FROM topic_definition ORDER BY name")
                .map((row, context) -> TopicRow.topic(row))
                .list());
    }

    @Override
    public void put(StoredTopic topic) {
        database.write(handle ->
                handle.createUpdate("""
                        INSERT INTO topic_definition
                            (name, state, display_name, policy, delivery_policy, signature_version,
                             content_based_deduplication, throughput_scope, archive_days, archive_since, tags,
                             subscriptions_deleted)
                        VALUES (:name, :state, :displayName, :policy, :deliveryPolicy, :signatureVersion,
                             :contentBasedDeduplication, :throughputScope, :archiveDays, :archiveSince, :tags, 0)
                        ON CONFLICT (name) DO UPDATE SET
                            state = excluded.state, display_name = excluded.display_name,
                            policy = excluded.policy, delivery_policy = excluded.delivery_policy,
                            signature_version = excluded.signature_version,
                            content_based_deduplication = excluded.content_based_deduplication,
                            throughput_scope = excluded.throughput_scope, archive_days = excluded.archive_days,
                            archive_since = excluded.archive_since, tags = excluded.tags
                        """).bindMap(TopicRow.columns(topic)).execute());
    }

    @Override
    public void delete(TopicName name) {
        database.write(handle -> {
            execute(handle, """
                    DELETE FROM confirmation_token WHERE subscription IN
                        (SELECT id FROM subscription WHERE topic = :topic AND confirmation = 'PENDING')
                    """, name);
            execute(handle, "DELETE FROM subscription WHERE topic = :topic", name);
            execute(handle, "DELETE FROM ended_subscription WHERE topic = :topic", name);
            execute(handle, "DELETE FROM subscription_policy WHERE topic = :topic", name);
            execute(handle, "DELETE FROM topic_definition WHERE name = :topic", name);
        });
    }

    private static void execute(Handle handle, String sql, TopicName topic) {
        handle.createUpdate(sql).bind("topic", topic.value()).execute();
    }
}
