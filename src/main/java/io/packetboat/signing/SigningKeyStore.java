package io.packetboat.signing;

import java.util.Optional;

/** Where the one signing key of a node, or of a pair, is kept. */
public interface SigningKeyStore {

    Optional<StoredSigningKey> find();

    /**
     * Keeps the key unless one is kept already, by whichever node.
     *
     * @return the key that is kept now, forced to disk
     */
    StoredSigningKey putIfAbsent(StoredSigningKey key);

    /** Keeps the key in the place of another one; forced to disk on return. */
    void replace(StoredSigningKey key);
}
