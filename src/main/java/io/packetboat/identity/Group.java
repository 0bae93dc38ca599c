package io.packetboat.identity;

import java.time.Instant;
import java.util.Set;

/** A group of users; the policies attached to it apply to each member. */
public record Group(GroupName name, Set<PolicyName> policies, Instant createdAt) {

    public Group {
        policies = Set.copyOf(policies);
    }

    Group withPolicy(PolicyName policy) {
        return new Group(name, User.Sets.with(policies, policy), createdAt);
    }

    Group withoutPolicy(PolicyName policy) {
        return new Group(name, User.Sets.without(policies, policy), createdAt);
    }
}
