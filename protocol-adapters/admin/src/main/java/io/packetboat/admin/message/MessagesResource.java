package io.packetboat.admin.message;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.path.PathName;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The messages of one queue. */
@Path("queues/{queueName}/messages")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages", description = "The messages in a queue; those that a consumer holds now are not seen")
public class MessagesResource {
    private final Messages messages;
    private final CurrentCaller current;

    @Inject
    public MessagesResource(Messages messages, CurrentCaller current) {
        this.messages = messages;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected MessagesResource() {
        this(null, null);
    }

    @GET
    @Operation(
            operationId = "browseMessages",
            summary = "Browse messages in the order of their delivery, without consuming them",
            description = "A page ends early after some megabytes. It is empty if the message of `after` has gone.")
    public PageRepresentation<MessageRepresentation> browse(
            @PathParam("queueName") String queueName, @BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                messages.browse(current.caller(), queue(queueName), parameters.page()), MessageRepresentation::of);
    }

    @POST
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message",
            description = "A durable one is on disk when this is answered. 503 while the disk reserve is reached.")
    @APIResponse(
            responseCode = "201",
            description = "Sent",
            content = @Content(schema = @Schema(implementation = SentRepresentation.class)))
    public Response send(@PathParam("queueName") String queueName, NewMessageRepresentation message) {
        long id = messages.send(current.caller(), queue(queueName), message.message());
        return SentRepresentation.answer(id);
    }

    @GET
    @Path("{messageId}")
    @Operation(operationId = "readMessage", summary = "Read a message without consuming it")
    public MessageRepresentation read(
            @PathParam("queueName") String queueName, @PathParam("messageId") String messageId) {
        return MessageRepresentation.of(messages.require(current.caller(), queue(queueName), id(messageId)));
    }

    @DELETE
    @Path("{messageId}")
    @Operation(operationId = "deleteMessage", summary = "Delete a message for good")
    public void delete(@PathParam("queueName") String queueName, @PathParam("messageId") String messageId) {
        messages.delete(current.caller(), queue(queueName), id(messageId));
    }

    @POST
    @Path("{messageId}/move")
    @Operation(operationId = "moveMessage", summary = "Move a message to the end of another queue")
    @APIResponse(responseCode = "204", description = "Moved")
    public void move(
            @PathParam("queueName") String queueName,
            @PathParam("messageId") String messageId,
            MoveRepresentation wanted) {
        messages.move(current.caller(), queue(queueName), id(messageId), new QueueName(wanted.queueName()));
    }

    @POST
    @Path("{messageId}/return")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "returnMessage", summary = "Return a dead letter to where it came from")
    @APIResponse(responseCode = "204", description = "Returned")
    public void returnToOrigin(@PathParam("queueName") String queueName, @PathParam("messageId") String messageId) {
        messages.returnToOrigin(current.caller(), queue(queueName), id(messageId));
    }

    @POST
    @Path("return")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "returnMessages",
            summary = "Return every dead letter that has somewhere to return to",
            description = "The others stay.")
    @APIResponse(
            responseCode = "200",
            description = "Returned",
            content = @Content(schema = @Schema(implementation = MoveRepresentation.Returned.class)))
    public MoveRepresentation.Returned returnAllToOrigin(@PathParam("queueName") String queueName) {
        return new MoveRepresentation.Returned(messages.returnAllToOrigin(current.caller(), queue(queueName)));
    }

    private static QueueName queue(String segment) {
        return new QueueName(PathName.decode("queueName", segment));
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue("messageId", "must be a number");
        }
    }
}
