package io.packetboat.admin.identity;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.identity.Policies;
import io.packetboat.policy.PolicyDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The named policy documents. */
@Path("policies")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "What users and groups may do, in IAM's words")
public class PoliciesResource {
    private final Policies policies;
    private final CurrentCaller current;

    @Inject
    public PoliciesResource(Policies policies, CurrentCaller current) {
        this.policies = policies;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected PoliciesResource() {
        this(null, null);
    }

    @GET
    @Operation(operationId = "listPolicies", summary = "List policies by name")
    public PageRepresentation<PolicyRepresentation> list(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(policies.list(current.caller(), parameters.page()), PolicyRepresentation::of);
    }

    @GET
    @Path("{policyName}")
    @Operation(operationId = "readPolicy", summary = "Read a policy")
    public PolicyRepresentation read(@PathParam("policyName") String policyName) {
        return PolicyRepresentation.of(policies.require(current.caller(), Names.policy(policyName)));
    }

    @PUT
    @Path("{policyName}")
    @Operation(
            operationId = "putPolicy",
            summary = "Create a policy or replace its document",
            description = "Bites open connections within a second.")
    public PolicyRepresentation put(@PathParam("policyName") String policyName, PolicyRepresentation.New wanted) {
        return PolicyRepresentation.of(
                policies.put(current.caller(), Names.policy(policyName), PolicyDocument.parse(wanted.document())));
    }

    @DELETE
    @Path("{policyName}")
    @Operation(operationId = "deletePolicy", summary = "Delete a policy that is attached nowhere")
    public void delete(@PathParam("policyName") String policyName) {
        policies.delete(current.caller(), Names.policy(policyName));
    }
}
