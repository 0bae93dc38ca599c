package io.packetboat.signing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The signing key in memory, for tests. */
public final class InMemorySigningKeyStore implements SigningKeyStore {
    private final AtomicReference<@Nullable StoredSigningKey> kept = new AtomicReference<>();

    @Override
    public Optional<StoredSigningKey> find() {
        return Optional.ofNullable(kept.get());
    }

    @Override
    public void replace(StoredSigningKey key) {
        kept.set(key);
    }

    @Override
    public StoredSigningKey putIfAbsent(StoredSigningKey key) {
        kept.compareAndSet(null, key);
        return find().orElseThrow();
    }
}
