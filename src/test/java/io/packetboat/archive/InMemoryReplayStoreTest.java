package io.packetboat.archive;

class InMemoryReplayStoreTest extends ReplayStoreContract {

    @Override
    protected ReplayStore store() {
        return new InMemoryReplayStore();
    }
}
