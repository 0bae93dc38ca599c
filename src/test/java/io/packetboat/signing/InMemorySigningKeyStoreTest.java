package io.packetboat.signing;

class InMemorySigningKeyStoreTest extends SigningKeyStoreContract {

    @Override
    protected SigningKeyStore store() {
        return new InMemorySigningKeyStore();
    }
}
