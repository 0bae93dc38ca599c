package io.packetboat.connection;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.broker.BrokerConnections;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.identity.IdentityConfig;
import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.messaging.ClientConnection;
import io.packetboat.policy.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The connections of messaging clients with their sessions, consumers and producers.
 *
 * <p>Whatever a closed part held unsettled returns to its queue. Raises {@link io.packetboat.identity.AccessDenied} for
 * callers without the right, and {@link io.packetboat.broker.BrokerUnavailable} while the broker does not run.
 */
@ApplicationScoped
public class Connections {
    private final BrokerConnections connections;
    private final Rights rights;
    private final IdentityConfig config;

    @Inject
    public Connections(EmbeddedBroker broker, Rights rights, IdentityConfig config) {
        this.connections = broker.connections();
        this.rights = rights;
        this.config = config;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Connections() {
        this.connections = null;
        this.rights = null;
        this.config = null;
    }

    @ReadOnly
    public Page<ClientConnection> list(Caller caller, PageRequest page) {
        require(caller, "ListConnections");
        return connections.list(page);
    }

    @ReadOnly
    public Page<ClientConnection.Session> listSessions(Caller caller, PageRequest page) {
        require(caller, "ListConnections");
        return connections.listSessions(page);
    }

    @ReadOnly
    public Page<ClientConnection.Consumer> listConsumers(Caller caller, PageRequest page) {
        require(caller, "ListConnections");
        return connections.listConsumers(page);
    }

    @ReadOnly
    public Page<ClientConnection.Producer> listProducers(Caller caller, PageRequest page) {
        require(caller, "ListConnections");
        return connections.listProducers(page);
    }

    /** Closes a connection with all that is in it; raises {@link ClientNotFound}. */
    @Audited("packetboat:CloseConnection")
    public void close(Caller caller, @AuditSubject String connection) {
        require(caller, "CloseConnection");
        requireFound(connections.close(connection), connection);
    }

    /** Closes a session with its consumers and producers; raises {@link ClientNotFound}. */
    @Audited("packetboat:CloseConnection")
    public void closeSession(Caller caller, @AuditSubject String session) {
        require(caller, "CloseConnection");
        requireFound(connections.closeSession(session), session);
    }

    /** Closes a consumer; raises {@link ClientNotFound}. */
    @Audited("packetboat:CloseConnection")
    public void closeConsumer(Caller caller, @AuditSubject String consumer) {
        require(caller, "CloseConnection");
        requireFound(connections.closeConsumer(consumer), consumer);
    }

    /** Closes the session that holds the producer, since no protocol closes one alone; raises {@link ClientNotFound}. */
    @Audited("packetboat:CloseConnection")
    public void closeProducer(Caller caller, @AuditSubject String producer) {
        require(caller, "CloseConnection");
        requireFound(connections.closeProducer(producer), producer);
    }

    private void require(Caller caller, String action) {
        rights.require(
                caller,
                new Action("packetboat", action),
                Arn.of("packetboat", config.region(), config.account(), "connection/*"));
    }

    private static void requireFound(boolean found, String id) {
        if (!found) {
            throw new ClientNotFound(id);
        }
    }
}
