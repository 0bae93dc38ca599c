package io.packetboat.queue;

class InMemoryMoveTaskStoreTest extends MoveTaskStoreContract {
    @Override
    protected MoveTaskStore store() {
        return new InMemoryMoveTaskStore();
    }
}
