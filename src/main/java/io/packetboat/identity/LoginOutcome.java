package io.packetboat.identity;

import io.packetboat.kernel.UserName;
import java.time.Duration;

/** What became of a login. */
public sealed interface LoginOutcome {

    /** The caller has proved to be this user. */
    record Accepted(UserName user) implements LoginOutcome {}

    /** User and password don't belong together; which of them was wrong is not said. */
    record Rejected() implements LoginOutcome {}

    /** Refused without being looked at: too many failures or too many logins at once. */
    record Throttled(Duration retryAfter) implements LoginOutcome {}
}
