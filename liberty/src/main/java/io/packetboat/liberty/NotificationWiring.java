package io.packetboat.liberty;

import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.MasterKey;
import io.packetboat.signing.NotificationSignature;
import io.packetboat.store.Database;
import io.packetboat.store.JdbcSigningKeyStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What notifications have in common, however they are delivered. */
@ApplicationScoped
class NotificationWiring {

    @Produces
    @Singleton
    NotificationSignature signature(Database database, MasterKey masterKey, IdentityConfig config, Clock clock) {
        return NotificationSignature.open(new JdbcSigningKeyStore(database), masterKey, config.region(), clock);
    }
}
