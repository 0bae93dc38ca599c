package io.packetboat.policy;

import io.packetboat.kernel.UserName;
import java.time.Instant;

/**
 * The circumstances that conditions may ask for.
 *
 * @param requester {@code aws:username}, or {@code aws:SourceArn} and {@code aws:SourceAccount}
 * @param source {@code aws:SourceIp}: the remote IP address; any other text lies in no address range
 * @param secure {@code aws:SecureTransport}
 * @param now {@code aws:CurrentTime}
 */
public record RequestContext(Requester requester, String source, boolean secure, Instant now) {

    /** A user's request. */
    public RequestContext(UserName user, String source, boolean secure, Instant now) {
        this(new Requester.User(user), source, secure, now);
    }
}
