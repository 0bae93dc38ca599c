package io.packetboat.admin.identity;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.path.Created;
import io.packetboat.admin.path.PathName;
import io.packetboat.identity.Password;
import io.packetboat.identity.User;
import io.packetboat.identity.Users;
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

/** The users of the node. */
@Path("users")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users", description = "Who may log in, on every protocol")
public class UsersResource {
    private final Users users;
    private final CurrentCaller current;

    @Inject
    public UsersResource(Users users, CurrentCaller current) {
        this.users = users;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected UsersResource() {
        this(null, null);
    }

    @GET
    @Operation(operationId = "listUsers", summary = "List users by name")
    public PageRepresentation<UserRepresentation> list(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(users.list(current.caller(), parameters.page()), UserRepresentation::of);
    }

    @POST
    @Operation(operationId = "createUser", summary = "Create a user")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it",
            content = @Content(schema = @Schema(implementation = UserRepresentation.class)))
    public Response create(UserRepresentation.New wanted, @Context UriInfo uri) {
        UserName name = new UserName(wanted.userName());
        User user = wanted.password()
                .map(password -> users.create(current.caller(), name, new Password(password)))
                .orElseGet(() -> users.createWithoutPassword(current.caller(), name));
        return Created.at(PathName.of("users", user.name().value()), UserRepresentation.of(user), uri);
    }

    @GET
    @Path("{userName}")
    @Operation(operationId = "readUser", summary = "Read a user")
    public UserRepresentation read(@PathParam("userName") String userName) {
        return UserRepresentation.of(users.require(current.caller(), Names.user(userName)));
    }

    @DELETE
    @Path("{userName}")
    @Operation(
            operationId = "deleteUser",
            summary = "Delete a user",
            description = "Deletes its access keys too and closes its connections and sessions.")
    public void delete(@PathParam("userName") String userName) {
        users.delete(current.caller(), Names.user(userName));
    }

    @PUT
    @Path("{userName}/password")
    @Operation(
            operationId = "changePassword",
            summary = "Change a user's password",
            description = "Closes the user's connections and sessions, also this one if it is the caller's own.")
    public void changePassword(@PathParam("userName") String userName, UserRepresentation.NewPassword wanted) {
        users.changePassword(current.caller(), Names.user(userName), new Password(wanted.password()));
    }

    @PUT
    @Path("{userName}/groups/{groupName}")
    @Operation(operationId = "addUserToGroup", summary = "Add a user to a group; does nothing for a member")
    public void addToGroup(@PathParam("userName") String userName, @PathParam("groupName") String groupName) {
        users.addToGroup(current.caller(), Names.user(userName), Names.group(groupName));
    }

    @DELETE
    @Path("{userName}/groups/{groupName}")
    @Operation(
            operationId = "removeUserFromGroup",
            summary = "Remove a user from a group; does nothing for one who is no member")
    public void removeFromGroup(@PathParam("userName") String userName, @PathParam("groupName") String groupName) {
        users.removeFromGroup(current.caller(), Names.user(userName), Names.group(groupName));
    }

    @PUT
    @Path("{userName}/policies/{policyName}")
    @Operation(operationId = "attachUserPolicy", summary = "Attach a policy to a user")
    public void attachPolicy(@PathParam("userName") String userName, @PathParam("policyName") String policyName) {
        users.attachPolicy(current.caller(), Names.user(userName), Names.policy(policyName));
    }

    @DELETE
    @Path("{userName}/policies/{policyName}")
    @Operation(operationId = "detachUserPolicy", summary = "Detach a policy from a user")
    public void detachPolicy(@PathParam("userName") String userName, @PathParam("policyName") String policyName) {
        users.detachPolicy(current.caller(), Names.user(userName), Names.policy(policyName));
    }
}
