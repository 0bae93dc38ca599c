package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.queue.QueueCleaning;
import io.packetboat.topic.TopicDirectory;
import io.packetboat.topic.TopicMemory;
import io.packetboat.topic.TopicPolicies;
import io.packetboat.topic.TopicStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What topics are beyond the broker. */
@ApplicationScoped
class TopicWiring {

    @Produces
    @Singleton
    TopicMemory memory(EmbeddedBroker broker) {
        return new TopicMemory(broker);
    }

    @Produces
    @Singleton
    TopicDirectory directory(
            TopicStore store,
            EmbeddedBroker broker,
            TopicMemory memory,
            IdentityDirectory identity,
            IdentityConfig config,
            QueueCleaning cleaning) {
        return new TopicDirectory(store, broker, memory, new TopicPolicies(identity, config), cleaning);
    }
}
