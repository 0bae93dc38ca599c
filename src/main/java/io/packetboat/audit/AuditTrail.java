package io.packetboat.audit;

import io.packetboat.identity.Rights;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.policy.Action;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What was done on this node and by whom, newest first; needs the right {@code packetboat:LookupEvents}. */
@ApplicationScoped
public class AuditTrail {
    private static final Action LOOKUP = Action.parse("packetboat:LookupEvents");

    private final AuditStore store;
    private final Rights rights;
    private final AuditConfig config;

    @Inject
    public AuditTrail(AuditStore store, Rights rights, AuditConfig config) {
        this.store = store;
        this.rights = rights;
        this.config = config;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected AuditTrail() {
        this(null, null, null);
    }

    /** One page of records; reads the database. */
    @ReadOnly
    public Page<AuditRecord> list(Caller caller, PageRequest page) {
        rights.require(caller, LOOKUP, Arn.of("packetboat", config.region(), config.account(), "audit-trail"));
        return store.listNewestFirst(page);
    }
}
