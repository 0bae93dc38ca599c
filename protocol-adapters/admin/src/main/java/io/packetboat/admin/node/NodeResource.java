package io.packetboat.admin.node;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.node.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** This node at a glance. */
@Path("node")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Node", description = "The node as a whole")
public class NodeResource {
    private final Node node;
    private final CurrentCaller current;

    @Inject
    public NodeResource(Node node, CurrentCaller current) {
        this.node = node;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected NodeResource() {
        this(null, null);
    }

    @GET
    @Operation(operationId = "readNode", summary = "Version, uptime, role, memory, disk and rates")
    public NodeRepresentation read() {
        return NodeRepresentation.of(node.state(current.caller()));
    }

    @GET
    @Path("traffic")
    @Operation(operationId = "readTraffic", summary = "What went through by each protocol")
    public TrafficRepresentation.ByProtocol traffic() {
        return TrafficRepresentation.ByProtocol.of(node.traffic(current.caller()));
    }
}
