package io.packetboat.liberty;

import io.packetboat.audit.AuditConfig;
import io.packetboat.audit.AuditRecorder;
import io.packetboat.audit.AuditStore;
import io.packetboat.audit.RefusedLogins;
import io.packetboat.broker.BrokerAccess;
import io.packetboat.identity.Administrators;
import io.packetboat.identity.BrokerActions;
import io.packetboat.identity.BrokerRights;
import io.packetboat.identity.FirstStart;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.IdentityDirectory;
import io.packetboat.identity.IdentityFollower;
import io.packetboat.identity.IdentityStore;
import io.packetboat.identity.LoginObserver;
import io.packetboat.identity.Logins;
import io.packetboat.identity.MasterKey;
import io.packetboat.identity.PasswordHasher;
import io.packetboat.identity.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Identity and audit on their stores. */
@ApplicationScoped
class IdentityWiring {

    @Produces
    @Singleton
    IdentityConfig config(Configuration configuration) {
        return IdentitySettings.config(configuration);
    }

    @Produces
    @Singleton
    AuditConfig auditConfig(Configuration configuration) {
        return IdentitySettings.auditConfig(configuration);
    }

    @Produces
    @Singleton
    IdentityDirectory directory(IdentityStore store, IdentityConfig config, Clock clock) {
        return IdentityDirectory.open(store, new Administrators(config, clock));
    }

    @Produces
    @Singleton
    IdentityFollower follower(IdentityDirectory directory) {
        return new IdentityFollower(directory);
    }

    @Produces
    @Singleton
    MasterKey masterKey(IdentityConfig config, IdentityDirectory directory) {
        return MasterKey.open(config.directory(), directory);
    }

    @Produces
    @Singleton
    PasswordHasher passwordHasher(IdentityConfig config) {
        return new PasswordHasher(config.passwords());
    }

    @Produces
    @Singleton
    AuditRecorder auditRecorder(AuditStore store, AuditConfig config, Clock clock) {
        return new AuditRecorder(store, config, clock);
    }

    @Produces
    @Singleton
    LoginObserver refusedLogins(AuditRecorder recorder, Clock clock) {
        return new RefusedLogins(recorder, clock);
    }

    @Produces
    @Singleton
    BrokerAccess brokerAccess(IdentityDirectory directory, Logins logins, Rights rights, IdentityConfig config) {
        return new BrokerRights(directory, logins, rights, new BrokerActions(config.region(), config.account()));
    }

    @Produces
    @Singleton
    FirstStart firstStart(
            IdentityDirectory directory,
            MasterKey masterKey,
            PasswordHasher hasher,
            IdentityConfig config,
            AuditRecorder audit,
            Clock clock) {
        return new FirstStart(directory, masterKey, hasher, config, audit, clock);
    }
}
