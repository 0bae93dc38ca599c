package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** No group has this name. */
public final class GroupNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient GroupName group;

    GroupNotFound(GroupName group) {
        super(ErrorKind.NOT_FOUND, "no group is named " + group);
        this.group = group;
    }

    public GroupName group() {
        return group;
    }
}
