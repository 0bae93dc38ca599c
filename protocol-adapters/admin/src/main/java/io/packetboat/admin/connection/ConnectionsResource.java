package io.packetboat.admin.connection;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.path.PathName;
import io.packetboat.connection.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clients of the messaging protocols, with their sessions, consumers and producers. */
@Path("/")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients", description = "Who is connected by a messaging protocol; what a closed part held returns")
public class ConnectionsResource {
    private final Connections connections;
    private final CurrentCaller current;

    @Inject
    public ConnectionsResource(Connections connections, CurrentCaller current) {
        this.connections = connections;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected ConnectionsResource() {
        this(null, null);
    }

    @GET
    @Path("connections")
    @Operation(operationId = "listConnections", summary = "List connections by id")
    public PageRepresentation<ConnectionRepresentation> list(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                connections.list(current.caller(), parameters.page()), ConnectionRepresentation::of);
    }

    @DELETE
    @Path("connections/{id}")
    @Operation(operationId = "closeConnection", summary = "Close a connection with all that is in it")
    public void close(@PathParam("id") String id) {
        connections.close(current.caller(), PathName.decode("id", id));
    }

    @GET
    @Path("sessions")
    @Operation(operationId = "listClientSessions", summary = "List the sessions of all connections by id")
    public PageRepresentation<ConnectionRepresentation.Session> sessions(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                connections.listSessions(current.caller(), parameters.page()), ConnectionRepresentation.Session::of);
    }

    @DELETE
    @Path("sessions/{id}")
    @Operation(operationId = "closeClientSession", summary = "Close a session with its consumers and producers")
    public void closeSession(@PathParam("id") String id) {
        connections.closeSession(current.caller(), PathName.decode("id", id));
    }

    @GET
    @Path("consumers")
    @Operation(operationId = "listConsumers", summary = "List the consumers of all sessions by id")
    public PageRepresentation<ConnectionRepresentation.Consumer> consumers(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                connections.listConsumers(current.caller(), parameters.page()), ConnectionRepresentation.Consumer::of);
    }

    @DELETE
    @Path("consumers/{id}")
    @Operation(operationId = "closeConsumer", summary = "Close a consumer")
    public void closeConsumer(@PathParam("id") String id) {
        connections.closeConsumer(current.caller(), PathName.decode("id", id));
    }

    @GET
    @Path("producers")
    @Operation(operationId = "listProducers", summary = "List the producers of all sessions by id")
    public PageRepresentation<ConnectionRepresentation.Producer> producers(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                connections.listProducers(current.caller(), parameters.page()), ConnectionRepresentation.Producer::of);
    }

    @DELETE
    @Path("producers/{id}")
    @Operation(
            operationId = "closeProducer",
            summary = "Close a producer",
            description = "Closes the session that holds it, since no protocol closes one alone.")
    public void closeProducer(@PathParam("id") String id) {
        connections.closeProducer(current.caller(), PathName.decode("id", id));
    }
}
