package io.packetboat.audit;

class InMemoryAuditStoreTest extends AuditStoreContract {
    @Override
    protected AuditStore store() {
        return new InMemoryAuditStore();
    }
}
