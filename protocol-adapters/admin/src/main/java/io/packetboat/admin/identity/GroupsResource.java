package io.packetboat.admin.identity;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.admin.path.Created;
import io.packetboat.admin.path.PathName;
import io.packetboat.identity.Group;
import io.packetboat.identity.GroupName;
import io.packetboat.identity.Groups;
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

/** The groups of users. */
@Path("groups")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Groups", description = "Users that share policies")
public class GroupsResource {
    private final Groups groups;
    private final CurrentCaller current;

    @Inject
    public GroupsResource(Groups groups, CurrentCaller current) {
        this.groups = groups;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected GroupsResource() {
        this(null, null);
    }

    @GET
    @Operation(operationId = "listGroups", summary = "List groups by name")
    public PageRepresentation<GroupRepresentation> list(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(groups.list(current.caller(), parameters.page()), GroupRepresentation::of);
    }

    @POST
    @Operation(operationId = "createGroup", summary = "Create a group without members")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location names it",
            content = @Content(schema = @Schema(implementation = GroupRepresentation.class)))
    public Response create(GroupRepresentation.New wanted, @Context UriInfo uri) {
        Group group = groups.create(current.caller(), new GroupName(wanted.groupName()));
        return Created.at(PathName.of("groups", group.name().value()), GroupRepresentation.of(group), uri);
    }

    @GET
    @Path("{groupName}")
    @Operation(operationId = "readGroup", summary = "Read a group")
    public GroupRepresentation read(@PathParam("groupName") String groupName) {
        return GroupRepresentation.of(groups.require(current.caller(), Names.group(groupName)));
    }

    @DELETE
    @Path("{groupName}")
    @Operation(operationId = "deleteGroup", summary = "Delete a group that has no members")
    public void delete(@PathParam("groupName") String groupName) {
        groups.delete(current.caller(), Names.group(groupName));
    }

    @GET
    @Path("{groupName}/members")
    @Operation(operationId = "listGroupMembers", summary = "List the members of a group by name")
    public PageRepresentation<UserRepresentation> members(
            @PathParam("groupName") String groupName, @BeanParam PageParameters parameters) {
        return PageRepresentation.of(
                groups.listMembers(current.caller(), Names.group(groupName), parameters.page()),
                UserRepresentation::of);
    }

    @PUT
    @Path("{groupName}/policies/{policyName}")
    @Operation(operationId = "attachGroupPolicy", summary = "Attach a policy to a group")
    public void attachPolicy(@PathParam("groupName") String groupName, @PathParam("policyName") String policyName) {
        groups.attachPolicy(current.caller(), Names.group(groupName), Names.policy(policyName));
    }

    @DELETE
    @Path("{groupName}/policies/{policyName}")
    @Operation(operationId = "detachGroupPolicy", summary = "Detach a policy from a group")
    public void detachPolicy(@PathParam("groupName") String groupName, @PathParam("policyName") String policyName) {
        groups.detachPolicy(current.caller(), Names.group(groupName), Names.policy(policyName));
    }
}
