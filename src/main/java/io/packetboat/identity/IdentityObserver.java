package io.packetboat.identity;

import io.packetboat.kernel.UserName;

/**
 * Whoever must hear of changed identities, so that open connections feel them at once.
 *
 * <p>Called after the change is on disk and visible in memory, on the thread of the command, before it is answered, or on
 * that of {@link IdentityFollower} for a change that another node made. An
 * implementation returns quickly, hands longer work to its own thread, and does not throw.
 */
public interface IdentityObserver {

    /** The user's connections must end: the user was deleted, its password changed or one of its keys switched off. */
    void loginsRevoked(UserName user);

    /** Verdicts given so far may be wrong now: a policy, a membership or an attachment changed. */
    void rightsChanged();
}
