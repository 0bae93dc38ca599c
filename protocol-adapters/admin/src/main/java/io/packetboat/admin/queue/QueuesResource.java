package io.packetboat.admin.queue;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.path.Created;
import io.packetboat.admin.path.PathName;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.kernel.messaging.QueueState;
import io.packetboat.queue.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The queues of the node. */
@Path("queues")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queues", description = "The queues, whichever protocol made them")
public class QueuesResource {
    private final Queues queues;
    private final CurrentCaller current;

    @Inject
    public QueuesResource(Queues queues, CurrentCaller current) {
        this.queues = queues;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected QueuesResource() {
        this(null, null);
    }

    @GET
    @Operation(operationId = "listQueues", summary = "List queues by name")
    public PageRepresentation<QueueRepresentation> list(
            @BeanParam PageParameters parameters,
            @Parameter(description = "Only queues whose name contains this, whatever its case.")
                    @QueryParam("contains")
                    @DefaultValue("")
                    String contains) {
        return PageRepresentation.of(
                queues.list(current.caller(), contains, parameters.page()), QueueRepresentation::of);
    }

    @POST
    @Operation(operationId = "createQueue", summary = "Create a durable queue")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it",
            content = @Content(schema = @Schema(implementation = QueueRepresentation.class)))
    public Response create(QueueRepresentation.New wanted, @Context UriInfo uri) {
        QueueState queue = queues.create(
                current.caller(),
                new QueueName(wanted.queueName()),
                wanted.settings().map(QueueSettingsRepresentation::settings).orElse(QueueSettings.DEFAULTS),
                wanted.paused().orElse(false));
        QueueRepresentation created = QueueRepresentation.of(queue);
        return Created.at(created.path(), created, uri);
    }

    @GET
    @Path("{queueName}")
    @Operation(operationId = "readQueue", summary = "Read a queue")
    public QueueRepresentation read(@PathParam("queueName") String queueName) {
        return QueueRepresentation.of(queues.require(current.caller(), named(queueName)));
    }

    @DELETE
    @Path("{queueName}")
    @Operation(
            operationId = "deleteQueue",
            summary = "Delete a queue with its messages",
            description = "Disconnects its consumers. A queue that takes others' dead letters is not deleted.")
    public void delete(@PathParam("queueName") String queueName) {
        queues.delete(current.caller(), named(queueName));
    }

    @GET
    @Path("{queueName}/settings")
    @Operation(operationId = "readQueueSettings", summary = "Read what a queue does differently from the defaults")
    public QueueSettingsRepresentation settings(@PathParam("queueName") String queueName) {
        return QueueSettingsRepresentation.of(queues.settingsOf(current.caller(), named(queueName)));
    }

    @PUT
    @Path("{queueName}/settings")
    @Operation(
            operationId = "changeQueueSettings",
            summary = "Replace a queue's settings",
            description = "Whatever is absent goes back to the default.")
    public void change(@PathParam("queueName") String queueName, QueueSettingsRepresentation wanted) {
        queues.change(current.caller(), named(queueName), wanted.settings());
    }

    @GET
    @Path("{queueName}/effective-settings")
    @Operation(operationId = "readEffectiveQueueSettings", summary = "Read what applies, with the defaults filled in")
    public QueueSettingsRepresentation effectiveSettings(@PathParam("queueName") String queueName) {
        return QueueSettingsRepresentation.of(queues.effectiveSettingsOf(current.caller(), named(queueName)));
    }

    @POST
    @Path("{queueName}/purge")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "purgeQueue", summary = "Delete all messages that no consumer holds now")
    @APIResponse(responseCode = "204", description = "Purged")
    public void purge(@PathParam("queueName") String queueName) {
        queues.purge(current.caller(), named(queueName));
    }

    @POST
    @Path("{queueName}/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "pauseQueue",
            summary = "Hold messages back from all consumers",
            description = "Until the queue is resumed, also after a restart.")
    @APIResponse(responseCode = "204", description = "Paused")
    public void pause(@PathParam("queueName") String queueName) {
        queues.pause(current.caller(), named(queueName));
    }

    @POST
    @Path("{queueName}/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "resumeQueue", summary = "Let a paused queue deliver again")
    @APIResponse(responseCode = "204", description = "Resumed")
    public void resume(@PathParam("queueName") String queueName) {
        queues.resume(current.caller(), named(queueName));
    }

    private static QueueName named(String segment) {
        return new QueueName(PathName.decode("queueName", segment));
    }
}
