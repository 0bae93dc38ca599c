package io.packetboat.admin.identity;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.path.Created;
import io.packetboat.admin.path.PathName;
import io.packetboat.identity.AccessKeyId;
import io.packetboat.identity.AccessKeys;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The access keys of one user. */
@Path("users/{userName}/access-keys")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access keys", description = "Keys for AWS SDKs, and as user and password on every other door")
public class AccessKeysResource {
    private final AccessKeys keys;
    private final CurrentCaller current;

    @Inject
    public AccessKeysResource(AccessKeys keys, CurrentCaller current) {
        this.keys = keys;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected AccessKeysResource() {
        this(null, null);
    }

    @GET
    @Operation(operationId = "listAccessKeys", summary = "List a user's access keys by id")
    public PageRepresentation<AccessKeyRepresentation> list(
            @PathParam("userName") String userName, @BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                keys.list(current.caller(), Names.user(userName), parameters.page()), AccessKeyRepresentation::of);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "createAccessKey",
            summary = "Create an access key",
            description = "Its secret is answered this once. A user has at most two keys.")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it",
            content = @Content(schema = @Schema(implementation = AccessKeyRepresentation.class)))
    public Response create(@PathParam("userName") String userName, @Context UriInfo uri) {
        AccessKeyRepresentation created =
                AccessKeyRepresentation.of(keys.create(current.caller(), Names.user(userName)));
        String user = PathName.of("users", created.userName());
        return Created.at(PathName.below(user, "access-keys", created.accessKeyId()), created, uri);
    }

    @PUT
    @Path("{accessKeyId}")
    @Operation(operationId = "changeAccessKey", summary = "Switch an access key on or off")
    public void change(
            @PathParam("userName") String userName,
            @PathParam("accessKeyId") String accessKeyId,
            AccessKeyRepresentation.Change wanted) {
        UserName user = Names.user(userName);
        AccessKeyId id = new AccessKeyId(accessKeyId);
        if (wanted.active()) {
            keys.activate(current.caller(), user, id);
            return;
        }
        keys.deactivate(current.caller(), user, id);
    }

    @DELETE
    @Path("{accessKeyId}")
    @Operation(
            operationId = "deleteAccessKey",
            summary = "Delete an access key",
            description = "Closes its user's connections and sessions.")
    public void delete(@PathParam("userName") String userName, @PathParam("accessKeyId") String accessKeyId) {
        keys.delete(current.caller(), Names.user(userName), new AccessKeyId(accessKeyId));
    }
}
