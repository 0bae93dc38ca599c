package io.packetboat.identity;

import io.packetboat.audit.ReadOnly;
import io.packetboat.kernel.Arn;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.Action;
import io.packetboat.policy.Permission;
import io.packetboat.policy.PolicyDocument;
import io.packetboat.policy.RequestContext;
import io.packetboat.policy.Requester;
import io.packetboat.policy.ServicePrincipal;
import io.packetboat.policy.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * What users may do, decided from memory: the policies of the user, of its groups and of the resource together.
 *
 * <p>Nothing is allowed that no policy allows, and one that denies outweighs all others. A user that does not exist may
 * do nothing; the node itself may do everything. Never touches the database; safe for any number of threads.
 */
@ApplicationScoped
public class Rights {
    private final IdentityDirectory directory;
    private final Clock clock;

    @Inject
    public Rights(IdentityDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected Rights() {
        this(null, null);
    }

    /** Whether the caller may do this now. */
    @ReadOnly
    public boolean allows(Caller caller, Permission wanted) {
        return caller.isNode()
                || allows(
                        caller.user(),
                        wanted,
                        new RequestContext(caller.user(), caller.source(), caller.secure(), clock.instant()));
    }

    /** Whether the user may do this under the given circumstances. */
    @ReadOnly
    public boolean allows(UserName user, Permission wanted, RequestContext context) {
        return directory.find(user).map(found -> decide(found, wanted, context)).orElse(Verdict.SILENT)
                == Verdict.ALLOWED;
    }

    /**
     * Whether one of the node's own services may do this now for the source, for example SNS for a topic: nobody's policies
     * but the resource's own can allow it. To conditions the service comes encrypted, and from no address.
     */
    @ReadOnly
    public boolean allows(ServicePrincipal service, Arn source, Permission wanted) {
        Requester requester = new Requester.Agent(service, source);
        return directory.resourcePolicies().decide(wanted, new RequestContext(requester, "", true, clock.instant()))
                == Verdict.ALLOWED;
    }

    /** Raises {@link AccessDenied} unless the caller may do this now. */
    @ReadOnly
    public void require(Caller caller, Action action, Arn resource) {
        if (!allows(caller, Permission.on(action, resource))) {
            throw new AccessDenied(caller.user(), action, resource);
        }
    }

    /** Raises {@link AccessDenied} whatever the policies say: for callers without a login, whose name a user may bear. */
    @ReadOnly
    public void refuse(Caller stranger, Action action, Arn resource) {
        throw new AccessDenied(stranger.user(), action, resource);
    }

    private Verdict decide(User user, Permission wanted, RequestContext context) {
        Verdict verdict = Verdict.SILENT;
        for (PolicyDocument document : directory.memory().documentsOf(user)) {
            verdict = verdict.and(document.decide(wanted, context));
        }
        return verdict.and(directory.resourcePolicies().decide(wanted, context));
    }
}
