package io.packetboat.queue;

class InMemoryQueueStoreTest extends QueueStoreContract {
    @Override
    protected QueueStore store() {
        return new InMemoryQueueStore();
    }
}
