package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;

/** Another user has this name. */
public final class UserNameTaken extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient UserName user;

    UserNameTaken(UserName user) {
        super(ErrorKind.CONFLICT, "a user named " + user + " exists already");
        this.user = user;
    }

    public UserName user() {
        return user;
    }
}
