package io.packetboat.topic;

import io.packetboat.broker.TestingBroker;
import io.packetboat.identity.TestingIdentity;
import java.nio.file.Path;

/** Definitions of topics on a real broker, with a store in memory, identity, and a clock that stands still. */
public final class TestingTopics implements AutoCloseable {
    public final TestingIdentity identity;
    public final TestingBroker testing;
    public final TopicMemory memory;
    public final TopicDirectory directory;
    public final TopicDefinitions definitions;
    public final Topics topics;

    private TestingTopics(Path folder, TopicStore store) {
        this.identity = new TestingIdentity(folder);
        this.testing = new TestingBroker(TestingBroker.config(folder));
        this.memory = new TopicMemory(testing.broker());
        this.directory = new TopicDirectory(
                store, testing.broker(), memory, new TopicPolicies(identity.directory, identity.config), Runnable::run);
        this.definitions = new TopicDefinitions(directory, memory, identity.rights, identity.config, identity.clock);
        this.topics = new Topics(testing.broker(), directory, identity.rights, identity.config);
    }

    /** Not started yet: more may listen to the broker before. */
    public static TestingTopics of(Path folder, TopicStore store) {
        return new TestingTopics(folder, store);
    }

    public TestingTopics start(Runnable afterRecovery) {
        testing.broker().start(() -> {
            directory.recover();
            afterRecovery.run();
        });
        return this;
    }

    @Override
    public void close() {
        testing.close();
    }
}
