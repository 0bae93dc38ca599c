package io.packetboat.identity;

import io.packetboat.kernel.UserName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds whose connections must end when changes are made to what is in memory. */
record Revocations(IdentityMemory before, Set<UserName> revoked) implements IdentityChange.Target {

    /** The same where only the outcome is known. */
    static Set<UserName> between(IdentityMemory before, IdentityMemory after) {
        Set<UserName> revoked = new LinkedHashSet<>();
        Revocations revocations = new Revocations(before, revoked);
        for (User user : before.users().values()) {
            after.find(user.name()).ifPresentOrElse(revocations::put, () -> revocations.delete(user.name()));
        }
        for (AccessKey key : before.accessKeys().values()) {
            Optional.ofNullable(after.accessKeys().get(key.id().value()))
                    .ifPresentOrElse(revocations::put, () -> revocations.delete(key.id()));
        }
        return revoked;
    }

    @Override
    public void put(User user) {
        before.find(user.name())
                .filter(former -> !former.password().equals(user.password()))
                .ifPresent(former -> revoked.add(former.name()));
    }

    @Override
    public void delete(UserName name) {
        revoked.add(name);
    }

    @Override
    public void put(Group group) {
        // Rights change, logins do not.
    }

    @Override
    public void delete(GroupName name) {
        // Rights change, logins do not.
    }

    @Override
    public void put(AccessKey key) {
        if (!key.active()) {
            delete(key.id());
        }
    }

    @Override
    public void delete(AccessKeyId id) {
        Optional.ofNullable(before.accessKeys().get(id.value()))
                .filter(AccessKey::active)
                .ifPresent(key -> revoked.add(key.user()));
    }

    @Override
    public void put(Policy policy) {
        // Rights change, logins do not.
    }

    @Override
    public void delete(PolicyName name) {
        // Rights change, logins do not.
    }
}
