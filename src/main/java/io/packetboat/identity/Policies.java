package io.packetboat.identity;

import io.packetboat.audit.AuditSubject;
import io.packetboat.audit.Audited;
import io.packetboat.audit.ReadOnly;
import io.packetboat.identity.IdentityChange.DeletePolicy;
import io.packetboat.identity.IdentityChange.PutPolicy;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.policy.PolicyDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The named policy documents that are attached to users and groups.
 *
 * <p>A command is on disk when it returns; open connections act by the new rights within a second. Raises {@link
 * AccessDenied} for callers without the right.
 */
@ApplicationScoped
public class Policies {
    private final IdentityDirectory directory;
    private final Guard guard;
    private final Clock clock;

    @Inject
    public Policies(IdentityDirectory directory, Rights rights, IdentityConfig config, Clock clock) {
        this.directory = directory;
        this.guard = new Guard(rights, config);
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Policies() {
        this(null, null, null, null);
    }

    /** Makes the policy or replaces its document, wherever it is attached. */
    @Audited("packetboat:PutPolicy")
    public Policy put(Caller caller, @AuditSubject PolicyName name, PolicyDocument document) {
        guard.require(caller, "PutPolicy", name);
        Policy policy = new Policy(name, document, clock.instant());
        directory.change(memory -> List.of(new PutPolicy(policy)));
        return policy;
    }

    /** Deletes a policy that is attached nowhere; raises {@link PolicyNotFound} or {@link PolicyInUse}. */
    @Audited("packetboat:DeletePolicy")
    public void delete(Caller caller, @AuditSubject PolicyName name) {
        guard.require(caller, "DeletePolicy", name);
        directory.change(memory -> {
            memory.require(name);
            if (memory.isAttached(name)) {
                throw new PolicyInUse(name);
            }
            return List.of(new DeletePolicy(name));
        });
    }

    /** Raises {@link PolicyNotFound}. */
    @ReadOnly
    public Policy require(Caller caller, PolicyName name) {
        guard.require(caller, "GetPolicy", name);
        return directory.memory().require(name);
    }

    /** All policies, by name. */
    @ReadOnly
    public Page<Policy> list(Caller caller, PageRequest page) {
        guard.requireAll(caller, "ListPolicies", "policy");
        return Page.of(directory.memory().policies(), page);
    }
}
