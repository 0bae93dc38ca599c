package io.packetboat.liberty;

import io.packetboat.audit.AuditStore;
import io.packetboat.identity.IdentityStore;
import io.packetboat.queue.MoveTaskStore;
import io.packetboat.queue.QueueStore;
import io.packetboat.store.Database;
import io.packetboat.store.JdbcAuditStore;
import io.packetboat.store.JdbcIdentityStore;
import io.packetboat.store.JdbcMoveTaskStore;
import io.packetboat.store.JdbcQueueStore;
import io.packetboat.store.JdbcTopicStore;
import io.packetboat.topic.TopicStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The database and the stores on it. */
@ApplicationScoped
class StoreWiring {

    @Produces
    @Singleton
    Storage storage(Configuration configuration) {
        return Storage.open(configuration.value(NodeSettings.DATA_DIRECTORY), DatabaseSettings.config(configuration));
    }

    @Produces
    @Singleton
    Database database(Storage storage) {
        return storage.database();
    }

    @Produces
    @Singleton
    IdentityStore identityStore(Database database) {
        return new JdbcIdentityStore(database);
    }

    @Produces
    @Singleton
    QueueStore queueStore(Database database) {
        return new JdbcQueueStore(database);
    }

    @Produces
    @Singleton
    TopicStore topicStore(Database database) {
        return new JdbcTopicStore(database);
    }

    @Produces
    @Singleton
    MoveTaskStore moveTaskStore(Database database) {
        return new JdbcMoveTaskStore(database);
    }

    @Produces
    @Singleton
    AuditStore auditStore(Database database) {
        return new JdbcAuditStore(database);
    }
}
