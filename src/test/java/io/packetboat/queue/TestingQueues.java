package io.packetboat.queue;

import io.packetboat.broker.TestingBroker;
import io.packetboat.identity.TestingIdentity;
import java.nio.file.Path;

/** Definitions of queues on a real broker, with a store in memory, identity, and a clock that stands still. */
public final class TestingQueues implements AutoCloseable {
    public final TestingIdentity identity;
    public final InMemoryQueueStore store;
    public final TestingBroker testing;
    public final QueueMemory memory;
    public final QueueDirectory directory;
    public final QueueDefinitions definitions;
    public final Queues queues;

    private TestingQueues(Path directory, InMemoryQueueStore store) {
        this.identity = new TestingIdentity(directory);
        this.store = store;
        this.testing = new TestingBroker(TestingBroker.config(directory));
        this.memory = new QueueMemory(testing.broker());
        this.directory = new QueueDirectory(
                store, testing.broker(), memory, new QueuePolicies(identity.directory, identity.config), Runnable::run);
        this.definitions = new QueueDefinitions(
                this.directory, memory, testing.broker(), identity.rights, identity.config, identity.clock);
        this.queues = new Queues(testing.broker(), this.directory, identity.rights, identity.config, identity.clock);
    }

    static TestingQueues started(Path directory, InMemoryQueueStore store) {
        TestingQueues started = new TestingQueues(directory, store);
        started.testing.broker().start(started.directory::recover);
        return started;
    }

    @Override
    public void close() {
        testing.close();
    }
}
