package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** Another group has this name. */
public final class GroupNameTaken extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient GroupName group;

    GroupNameTaken(GroupName group) {
        super(ErrorKind.CONFLICT, "a group named " + group + " exists already");
        this.group = group;
    }

    public GroupName group() {
        return group;
    }
}
