package io.packetboat.identity;

import io.packetboat.broker.BrokerAccess;
import io.packetboat.broker.BrokerOperation;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.Permission;
import io.packetboat.policy.PolicyDocument;
import io.packetboat.policy.ResourcePolicy;
import java.util.List;
import java.util.Optional;

/**
 * Identity's answers to the broker: logins, and rights by the table of {@link BrokerActions}.
 *
 * <p>Verdicts are remembered until the next change of identity, because the broker asks for each message; those that
 * change with the clock are not. Safe for any number of threads, takes no lock.
 */
public final class BrokerRights implements BrokerAccess {
    private final IdentityDirectory directory;
    private final Logins logins;
    private final Rights rights;
    private final BrokerActions actions;

    public BrokerRights(IdentityDirectory directory, Logins logins, Rights rights, BrokerActions actions) {
        this.directory = directory;
        this.logins = logins;
        this.rights = rights;
        this.actions = actions;
    }

    @Override
    public Optional<UserName> login(String user, String password, String source) {
        return logins.login(user, password, source, Caller.Door.MESSAGING) instanceof LoginOutcome.Accepted accepted
                ? Optional.of(accepted.user())
                : Optional.empty();
    }

    @Override
    public boolean allows(Caller caller, BrokerOperation operation) {
        if (caller.isNode()) {
            return true;
        }
        // The cache is read before the definitions: a verdict on former ones ends in a cache that nobody reads again.
        VerdictCache cache = directory.verdicts();
        VerdictCache.Question anywhere = new VerdictCache.Question(caller.user(), "", false, operation);
        VerdictCache.Question here =
                new VerdictCache.Question(caller.user(), caller.source(), caller.secure(), operation);
        Optional<Boolean> known = cache.find(anywhere).or(() -> cache.find(here));
        return known.orElseGet(() -> decide(caller, operation, cache, anywhere, here));
    }

    private boolean decide(
            Caller caller,
            BrokerOperation operation,
            VerdictCache cache,
            VerdictCache.Question anywhere,
            VerdictCache.Question here) {
        List<PolicyDocument> documents = directory
                .find(caller.user())
                .map(directory.memory()::documentsOf)
                .orElseGet(List::of);
        boolean allowed = true;
        boolean asksTime = documents.stream().anyMatch(PolicyDocument::asksTime);
        boolean asksOrigin = documents.stream().anyMatch(PolicyDocument::asksOrigin);
        for (Permission permission : actions.permissionsFor(operation)) {
            allowed &= rights.allows(caller, permission);
            for (ResourcePolicy policy : directory.resourcePolicies().concerning(permission)) {
                asksTime |= policy.asksTime();
                asksOrigin |= policy.asksOrigin();
            }
        }
        if (!asksTime) {
            cache.put(asksOrigin ? here : anywhere, allowed);
        }
        return allowed;
    }
}
