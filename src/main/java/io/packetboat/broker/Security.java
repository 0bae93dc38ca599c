package io.packetboat.broker;

import io.packetboat.broker.BrokerOperation.Routing;
import io.packetboat.broker.BrokerOperation.Verb;
import io.packetboat.broker.mqtt.SessionOwners;
import io.packetboat.kernel.Caller;
import java.util.Optional;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** The pieces that together let users in and hold them to their rights. */
final class Security {
    private final Logins logins = new Logins();
    private final LoginCounts loginCounts = new LoginCounts();
    private final AddressBook addresses = new AddressBook();
    private final Observers observers;
    private final Sources sources;
    private final RightsCheck rights;
    private final RightsPlugin plugin;
    private final SessionOwners mqttSessions = new SessionOwners();
    private final LoginSecurity manager;

    Security(BrokerAccess access, Observers observers, Sources sources) {
        TemporaryDestinations temporaries = new TemporaryDestinations();
        this.observers = observers;
        this.sources = sources;
        this.rights = new RightsCheck(access, addresses, temporaries);
        this.plugin = new RightsPlugin(rights, addresses, temporaries, observers, sources);
        this.manager = new LoginSecurity(access, observers, logins, loginCounts, rights, plugin, mqttSessions);
    }

    /** From now on names and sessions are looked up in this broker. */
    void open(ActiveMQServer server) {
        addresses.open(server);
        mqttSessions.open(server);
    }

    ActiveMQSecurityManager manager() {
        return manager;
    }

    RightsPlugin plugin() {
        return plugin;
    }

    /** Whether the connection's user may make a topic; false before the login. A refusal is told to the observers. */
    boolean mayMakeTopic(RemotingConnection connection, String address) {
        Optional<Caller> caller = Logins.callerOf(connection.getSubject());
        if (caller.isEmpty()) {
            return false;
        }
        BrokerOperation making = new BrokerOperation(Verb.CREATE_ADDRESS, address, address, Routing.MULTICAST);
        boolean allowed = rights.allows(caller.get(), making);
        if (!allowed) {
            observers.tell(observer -> observer.operationRefused(caller.get(), making));
        }
        return allowed;
    }

    LoginCounts loginCounts() {
        return loginCounts;
    }

    Connections connections(ActiveMQServer server) {
        return new Connections(server, rights, logins, sources);
    }
}
