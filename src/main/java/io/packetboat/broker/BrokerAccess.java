package io.packetboat.broker;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import java.util.Optional;

/**
 * What the broker asks of identity: who is this, and may it do that?
 *
 * <p>Called on the broker's own threads for every login and for every send, so implementations answer from memory; only
 * the first login with a password may take as long as its slow hash. Safe for any number of threads.
 */
public interface BrokerAccess {

    /**
     * Decides on a login over any messaging protocol.
     *
     * @param user the name as the client sent it, possibly empty
     * @param password the password or access key secret as the client sent it, possibly empty
     * @param source the remote IP address without port
     * @return the user that the connection now acts for, or empty to refuse it
     */
    Optional<UserName> login(String user, String password, String source);

    /**
     * Tells whether the caller may do this now; must reflect a changed policy within a second.
     *
     * @param caller the user of the connection, with the connection's IP address and whether it is encrypted, because
     *     policies may ask for both; one object for each connection, made at its login
     */
    boolean allows(Caller caller, BrokerOperation operation);
}
