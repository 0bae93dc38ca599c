package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;

/** The user has as many access keys as a user may have. */
public final class AccessKeyLimitReached extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient UserName user;

    AccessKeyLimitReached(UserName user) {
        super(ErrorKind.LIMIT_EXCEEDED, "user " + user + " already has " + AccessKeys.MAX_KEYS + " access keys");
        this.user = user;
    }

    public UserName user() {
        return user;
    }
}
