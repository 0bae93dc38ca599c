package io.packetboat.topic;

class InMemoryTopicStoreTest extends TopicStoreContract {
    @Override
    protected TopicStore store() {
        return new InMemoryTopicStore();
    }
}
