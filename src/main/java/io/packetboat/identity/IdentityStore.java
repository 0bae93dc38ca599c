package io.packetboat.identity;

import java.util.List;

/**
 * Where definitions of identity are kept.
 *
 * <p>Raises a failure of kind UNAVAILABLE when the store does not answer; whether a change took place is then unknown
 * until {@link #version} is asked for.
 */
public interface IdentityStore {

    /** How many changes were carried out so far, whichever node asked for them; cheap enough to be asked each second. */
    long version();

    /** Everything that is stored. */
    Definitions load();

    /**
     * Carries out all changes or none, in their order; they are committed and forced to disk on return. A name that a
     * change refers to (a user's group, a key's user) must exist by then.
     *
     * @param version what the changes were decided upon
     * @return false, and nothing is done, if another change came first
     */
    boolean apply(List<IdentityChange> changes, long version);

    /** All definitions at one moment. */
    record Definitions(List<User> users, List<Group> groups, List<AccessKey> accessKeys, List<Policy> policies) {
        public Definitions {
            users = List.copyOf(users);
            groups = List.copyOf(groups);
            accessKeys = List.copyOf(accessKeys);
            policies = List.copyOf(policies);
        }
    }
}
