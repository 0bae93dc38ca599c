package io.packetboat.liberty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.packetboat.audit.AuditCoverage;
import io.packetboat.audit.AuditRecord;
import io.packetboat.audit.AuditTrail;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.AccessDenied;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Password;
import io.packetboat.identity.Users;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can only be seen inside the running server: injection, proxies, interceptors, configuration sources. */
@ExtendWith(ArquillianExtension.class)
class WiringIT {
    private static final Caller ADMIN = new Caller(new UserName("admin"), "192.0.2.7", Caller.Door.ADMIN);
    private static final Caller NOBODY = new Caller(new UserName("nobody"), "192.0.2.8", Caller.Door.ADMIN);

    @Inject
    Users users;

    @Inject
    AuditTrail trail;

    @Inject
    EmbeddedBroker broker;

    @Inject
    IdentityConfig identity;

    @Inject
    BeanManager beans;

    @Deployment
    static WebArchive server() {
        return InServer.with(WiringIT.class);
    }

    @Test
    void everythingIsInjected() {
        assertNotNull(users);
        assertNotNull(trail);
        assertNotNull(broker);
        assertNotNull(identity);
        assertNotNull(beans);
    }

    @Test
    void theBrokerRunsWithEveryPortOpen() {
        assertTrue(broker.isReady());
        assertEquals(List.of(), broker.closedListeners());
    }

    @Test
    void settingsOfTheServersOwnConfigurationReachTheFeatures() {
        assertEquals("eu-north-7", identity.region().value());
    }

    @Test
    void aCommandLeavesAnAuditRecord() {
        // The data of the last run may still be there.
        UserName name = new UserName("audited-" + UUID.randomUUID());

        users.create(ADMIN, name, new Password("correct horse battery staple"));

        AuditRecord record = newest("packetboat:CreateUser", ADMIN);
        assertEquals("192.0.2.7", record.source());
        assertTrue(record.toString().contains(name.value()), record.toString());
        assertFalse(record.toString().contains("horse"), record.toString());
    }

    @Test
    void aDeniedCommandLeavesAnAuditRecordToo() {
        assertThrows(AccessDenied.class, () -> users.delete(NOBODY, new UserName("admin")));

        AuditRecord record = newest("packetboat:DeleteUser", NOBODY);
        assertEquals(AuditRecord.Outcome.DENIED, record.outcome());
    }

    @Test
    void everyPublicMethodOfAFacadeIsAuditedOrMarkedReadOnly() {
        List<Class<?>> facades = facades();

        assertTrue(facades.contains(Users.class), facades.toString());
        assertEquals(List.of(), AuditCoverage.unmarkedMethods(facades));
    }

    private AuditRecord newest(String action, Caller caller) {
        return trail.list(ADMIN, PageRequest.first(100)).items().stream()
                .filter(record -> record.action().equals(action))
                .filter(record -> record.user().equals(caller.user().value()))
                .findFirst()
                .orElseThrow();
    }

    /** The beans of the features: what doors can call. */
    private List<Class<?>> facades() {
        List<Class<?>> facades = new ArrayList<>();
        beans.getBeans(Object.class).stream()
                .filter(bean -> bean.getScope() == ApplicationScoped.class)
                .map(bean -> (Class<?>) bean.getBeanClass())
                .filter(type -> type.getName().startsWith("io.packetboat."))
                .filter(type -> Set.of("liberty", "admin", "aws").stream()
                        .noneMatch(door -> type.getName().startsWith("io.packetboat." + door)))
                .forEach(facades::add);
        return facades;
    }
}
