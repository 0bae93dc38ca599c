package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;

/** No user has this name. */
public final class UserNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient UserName user;

    UserNotFound(UserName user) {
        super(ErrorKind.NOT_FOUND, "no user is named " + user);
        this.user = user;
    }

    public UserName user() {
        return user;
    }
}
