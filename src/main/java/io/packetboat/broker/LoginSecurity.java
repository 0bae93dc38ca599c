package io.packetboat.broker;

import io.packetboat.broker.mqtt.SessionOwners;
import io.packetboat.kernel.Caller;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.jspecify.annotations.Nullable;

/**
 * Artemis' questions about users and rights, put to {@link BrokerAccess}. Everything that cannot be answered is refused.
 *
 * <p>Artemis authenticates again before every check of rights. A login that still holds is therefore recognised by the
 * very credentials that the connection's subject carries, without asking identity once more.
 */
final class LoginSecurity implements ActiveMQSecurityManager5 {
    private final BrokerAccess access;
    private final Observers observers;
    private final Logins logins;
    private final LoginCounts counts;
    private final RightsCheck rights;
    private final RightsPlugin creations;
    private final SessionOwners mqttSessions;

    LoginSecurity(
            BrokerAccess access,
            Observers observers,
            Logins logins,
            LoginCounts counts,
            RightsCheck rights,
            RightsPlugin creations,
            SessionOwners mqttSessions) {
        this.access = access;
        this.observers = observers;
        this.logins = logins;
        this.counts = counts;
        this.rights = rights;
        this.creations = creations;
        this.mqttSessions = mqttSessions;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String securityDomain) {
        String name = user == null ? "" : user;
        String secret = password == null ? "" : password;
        Subject current = connection == null ? null : connection.getSubject();
        if (current != null && logins.stillHolds(current, name, secret)) {
            return current;
        }
        Origin origin = Origin.of(connection);
        String source = origin.source();
        Optional<Subject> subject = logins.decide(name, secret, origin, () -> access.login(name, secret, source));
        counts.count(connection, subject.isPresent());
        observers.tell(observer -> observer.loginDecided(name, source, subject.isPresent()));
        Optional<String> validated = Logins.callerOf(subject.orElse(null))
                .map(caller -> caller.user().value());
        validated.ifPresentOrElse(
                confirmed -> mqttSessions.loginAccepted(connection, confirmed),
                () -> mqttSessions.loginRefused(connection));
        return subject.orElse(null);
    }

    @Override
    public boolean authorize(
            @Nullable Subject subject, @Nullable Set<Role> roles, CheckType checkType, @Nullable String address) {
        Optional<Caller> caller = Logins.callerOf(subject);
        if (caller.isEmpty() || address == null) {
            return false;
        }
        Optional<BrokerOperation> refused = rights.refusedAtOnce(caller.get(), checkType, address);
        refused.ifPresent(operation -> observers.tell(observer -> observer.operationRefused(caller.get(), operation)));
        if (refused.isEmpty()) {
            creations.began(caller.get(), checkType, address);
        }
        return refused.isEmpty();
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String password, @Nullable Set<Role> roles, CheckType checkType) {
        return false;
    }
}
