package io.packetboat.broker;

import io.packetboat.kernel.UserName;

/**
 * How identity tells the running broker that a decision about users has changed.
 *
 * <p>Both methods return at once and do their work on the broker's own executor, within a second; they may be called
 * from any thread and while the broker is stopped, when they do nothing.
 */
public interface ConnectionControl {

    /** The user's password changed, or the user is gone or disabled: closes every connection that acts for this user. */
    void loginsRevoked(UserName user);

    /** Rights changed for some users: consumers whose user may no longer consume are closed. */
    void rightsChanged();
}
