package io.packetboat.store;

import io.packetboat.identity.EncryptedSecret;
import io.packetboat.signing.SigningCertificate;
import io.packetboat.signing.SigningKeyStore;
import io.packetboat.signing.StoredSigningKey;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The signing key in a table of one row. */
public final class JdbcSigningKeyStore implements SigningKeyStore {
    private final Database database;

    public JdbcSigningKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredSigningKey> find() {
        return database.read(JdbcSigningKeyStore::find);
    }

    @Override
    public StoredSigningKey putIfAbsent(StoredSigningKey key) {
        return database.writeAndRead(handle -> {
            handle.createUpdate("""
                            INSERT INTO notification_signing_key (id, private_key, certificate)
                            VALUES (1, :privateKey, :certificate) ON CONFLICT (id) DO NOTHING
                            """)
                    .bind("privateKey", key.privateKey().encoded())
                    .bind("certificate", key.certificate().pem())
                    .execute();
            return find(handle).orElseThrow();
        });
    }

    @Override
    public void replace(StoredSigningKey key) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO notification_signing_key (id, private_key, certificate)
                        VALUES (1, :privateKey, :certificate)
                        ON CONFLICT (id) DO UPDATE SET
                            private_key = excluded.private_key, certificate = excluded.certificate
                        """)
                .bind("privateKey", key.privateKey().encoded())
                .bind("certificate", key.certificate().pem())
                .execute());
    }

    private static Optional<StoredSigningKey> find(Handle handle) {
        return handle.createQuery("SELECT private_key, certificate FROM notification_signing_key WHERE id = 1")
                .map((row, context) -> new StoredSigningKey(
                        new EncryptedSecret(row.getString("private_key")),
                        new SigningCertificate(row.getString("certificate"))))
                .findOne();
    }
}
