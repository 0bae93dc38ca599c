package io.packetboat.admin.audit;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.admin.page.PageParameters;
import io.packetboat.admin.page.PageRepresentation;
import io.packetboat.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what. */
@Path("audit-records")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what, from where, with which outcome")
public class AuditResource {
    private final AuditTrail trail;
    private final CurrentCaller current;

    @Inject
    public AuditResource(AuditTrail trail, CurrentCaller current) {
        this.trail = trail;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected AuditResource() {
        this(null, null);
    }

    @GET
    @Operation(operationId = "listAuditRecords", summary = "List audit records, newest first")
    public PageRepresentation<AuditRecordRepresentation> list(@BeanParam PageParameters parameters) {
        return PageRepresentation.of(trail.list(current.caller(), parameters.page()), AuditRecordRepresentation::of);
    }
}
