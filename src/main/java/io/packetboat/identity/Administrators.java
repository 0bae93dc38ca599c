package io.packetboat.identity;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.Action;
import io.packetboat.policy.Permission;
import io.packetboat.policy.PolicyDocument;
import io.packetboat.policy.RequestContext;
import io.packetboat.policy.Verdict;
import java.time.Clock;
import java.util.List;

/**
 * The users without whom nobody could be given rights: each can log in, and may put the policy {@code
 * AdministratorAccess} and attach policies to itself. With these two rights it can give itself every other.
 *
 * <p>Conditions are asked as if the user came encrypted, from the node itself, now: rights that hold at certain addresses
 * alone do not make an administrator, since nobody knows whether these addresses still exist.
 */
public final class Administrators {
    private static final String HERE = "127.0.0.1";

    private final IdentityConfig config;
    private final Clock clock;

    public Administrators(IdentityConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Raises {@link LastAdministrator} if there is an administrator before these changes and none after them. */
    void requireOneAfter(List<IdentityChange> changes, IdentityMemory before) {
        Replacements replacements = new Replacements(before);
        changes.forEach(change -> change.applyTo(replacements));
        if (replacements.found && exist(before) && !exist(before.with(changes))) {
            throw new LastAdministrator();
        }
    }

    private boolean exist(IdentityMemory memory) {
        return memory.users().values().stream().anyMatch(user -> canLogIn(user, memory) && mayGiveRights(user, memory));
    }

    private static boolean canLogIn(User user, IdentityMemory memory) {
        return user.hasPassword()
                || memory.accessKeysOf(user.name()).values().stream().anyMatch(AccessKey::active);
    }

    private boolean mayGiveRights(User user, IdentityMemory memory) {
        List<PolicyDocument> documents = memory.documentsOf(user);
        return allow(documents, user.name(), "PutPolicy", "policy/" + FirstStart.ADMINISTRATOR)
                && allow(documents, user.name(), "AttachUserPolicy", "user/" + user.name());
    }

    private boolean allow(List<PolicyDocument> documents, UserName user, String action, String resource) {
        Permission wanted = Permission.on(
                new Action("packetboat", action), Arn.of("packetboat", config.region(), config.account(), resource));
        RequestContext context = new RequestContext(user, HERE, true, clock.instant());
        return documents.stream()
                        .map(document -> document.decide(wanted, context))
                        .reduce(Verdict.SILENT, Verdict::and)
                == Verdict.ALLOWED;
    }

    /** Finds whether a change touches what exists: what is new takes nothing from anybody. */
    private static final class Replacements implements IdentityChange.Target {
        private final IdentityMemory before;
        private boolean found;

        Replacements(IdentityMemory before) {
            this.before = before;
        }

        @Override
        public void put(User user) {
            found |= before.users().containsKey(user.name().value());
        }

        @Override
        public void delete(UserName name) {
            found = true;
        }

        @Override
        public void put(Group group) {
            found |= before.groups().containsKey(group.name().value());
        }

        @Override
        public void delete(GroupName name) {
            found = true;
        }

        @Override
        public void put(AccessKey key) {
            found |= before.accessKeys().containsKey(key.id().value());
        }

        @Override
        public void delete(AccessKeyId id) {
            found = true;
        }

        @Override
        public void put(Policy policy) {
            found |= before.policies().containsKey(policy.name().value());
        }

        @Override
        public void delete(PolicyName name) {
            found = true;
        }
    }
}
