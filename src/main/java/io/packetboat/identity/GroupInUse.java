package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A group that has members cannot be deleted. */
public final class GroupInUse extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient GroupName group;

    GroupInUse(GroupName group) {
        super(ErrorKind.CONFLICT, "group " + group + " still has members; remove them first");
        this.group = group;
    }

    public GroupName group() {
        return group;
    }
}
