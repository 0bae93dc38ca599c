package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;

/** The name stands for whoever has no login. */
public final class UserNameReserved extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient UserName user;

    UserNameReserved(UserName user) {
        super(ErrorKind.INVALID, "no user can be named " + user + ", which stands for callers without a login");
        this.user = user;
    }

    public UserName user() {
        return user;
    }
}
