package io.packetboat.identity;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.UserName;
import io.packetboat.policy.Action;

/** The user may not do this: no policy allows it, or one denies it. */
public final class AccessDenied extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient Action action;
    private final transient Arn resource;

    AccessDenied(UserName user, Action action, Arn resource) {
        super(ErrorKind.FORBIDDEN, "user " + user + " is not allowed " + action + " on " + resource);
        this.action = action;
        this.resource = resource;
    }

    public Action action() {
        return action;
    }

    public Arn resource() {
        return resource;
    }
}
