package io.packetboat.liberty;

import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.delivery.Desks;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.queue.MoveLedger;
import io.packetboat.queue.MoveTaskStore;
import io.packetboat.queue.QueueCleaning;
import io.packetboat.queue.QueueDirectory;
import io.packetboat.queue.QueueMemory;
import io.packetboat.queue.QueuePolicies;
import io.packetboat.queue.QueueStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What queues are beyond the broker. */
@ApplicationScoped
class QueueWiring {

    @Produces
    @Singleton
    QueueMemory memory(EmbeddedBroker broker) {
        return new QueueMemory(broker);
    }

    @Produces
    @Singleton
    QueueCleaning cleaning() {
        return new QueueCleaning();
    }

    @Produces
    @Singleton
    QueueDirectory directory(
            QueueStore store,
            EmbeddedBroker broker,
            QueueMemory memory,
            IdentityDirectory identity,
            IdentityConfig config,
            QueueCleaning cleaning) {
        return new QueueDirectory(store, broker, memory, new QueuePolicies(identity, config), cleaning);
    }

    @Produces
    @Singleton
    MoveLedger moves(MoveTaskStore store, EmbeddedBroker broker, Clock clock) {
        return new MoveLedger(store, broker, clock);
    }

    @Produces
    @Singleton
    Desks desks(EmbeddedBroker broker, IdentityConfig config, Clock clock) {
        return new Desks(broker.deliveries(), config, clock);
    }
}
