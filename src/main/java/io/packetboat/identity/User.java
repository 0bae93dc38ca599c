package io.packetboat.identity;

import io.packetboat.kernel.UserName;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** A user: a person or an application that logs in, with the groups it is in and the policies attached to it. */
public record User(
        UserName name, PasswordHash password, Set<GroupName> groups, Set<PolicyName> policies, Instant createdAt) {

    public User {
        groups = Set.copyOf(groups);
        policies = Set.copyOf(policies);
    }

    /** Whether the user can log in with a password at all. */
    public boolean hasPassword() {
        return !password.equals(PasswordHash.NONE);
    }

    User withPassword(PasswordHash changed) {
        return new User(name, changed, groups, policies, createdAt);
    }

    User withGroup(GroupName group) {
        return new User(name, password, Sets.with(groups, group), policies, createdAt);
    }

    User withoutGroup(GroupName group) {
        return new User(name, password, Sets.without(groups, group), policies, createdAt);
    }

    User withPolicy(PolicyName policy) {
        return new User(name, password, groups, Sets.with(policies, policy), createdAt);
    }

    User withoutPolicy(PolicyName policy) {
        return new User(name, password, groups, Sets.without(policies, policy), createdAt);
    }

    /** Copies of sets with one element more or less. */
    static final class Sets {
        private Sets() {}

        static <T> Set<T> with(Set<T> set, T added) {
            Set<T> copy = new HashSet<>(set);
            copy.add(added);
            return copy;
        }

        static <T> Set<T> without(Set<T> set, T removed) {
            Set<T> copy = new HashSet<>(set);
            copy.remove(removed);
            return copy;
        }
    }
}
