package io.packetboat.archive;

class InMemoryArchiveStoreTest extends ArchiveStoreContract {

    @Override
    protected ArchiveStore store() {
        return new InMemoryArchiveStore();
    }
}
