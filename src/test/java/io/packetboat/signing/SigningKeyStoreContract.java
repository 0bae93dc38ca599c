package io.packetboat.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.identity.EncryptedSecret;
import org.junit.jupiter.api.Test;

/** What every store of the signing key must do. */
public abstract class SigningKeyStoreContract {
    private static final StoredSigningKey FIRST = new StoredSigningKey(
            new EncryptedSecret("Zmlyc3Q="), new SigningCertificate("-----BEGIN CERTIFICATE-----\nfirst\n"));
    private static final StoredSigningKey SECOND = new StoredSigningKey(
            new EncryptedSecret("c2Vjb25k"), new SigningCertificate("-----BEGIN CERTIFICATE-----\nsecond\n"));

    /** An empty store. */
    protected abstract SigningKeyStore store();

    @Test
    void anEmptyStoreHoldsNoKey() {
        assertThat(store().find()).isEmpty();
    }

    @Test
    void theFirstKeyStays() {
        SigningKeyStore store = store();

        assertThat(store.putIfAbsent(FIRST)).isEqualTo(FIRST);
        assertThat(store.putIfAbsent(SECOND)).isEqualTo(FIRST);
        assertThat(store.find()).contains(FIRST);
    }

    @Test
    void aKeyCanBeReplaced() {
        SigningKeyStore store = store();
        store.putIfAbsent(FIRST);

        store.replace(SECOND);

        assertThat(store.find()).contains(SECOND);
    }
}
