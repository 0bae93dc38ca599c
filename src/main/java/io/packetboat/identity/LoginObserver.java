package io.packetboat.identity;

import io.packetboat.kernel.Caller;

/**
 * Whoever records refused logins.
 *
 * <p>Called on the thread that logs in, for every refusal, so an implementation bounds its own rate and does not throw.
 */
public interface LoginObserver {

    void loginRefused(RefusedLogin login);

    /**
     * A login that was refused.
     *
     * @param user the user's name if there is such a user, else empty: people type passwords into the wrong field
     * @param source the remote IP address
     * @param door where it was refused
     * @param outcome why; never an accepted one
     */
    record RefusedLogin(String user, String source, Caller.Door door, LoginOutcome outcome) {}
}
