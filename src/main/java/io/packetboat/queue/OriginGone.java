package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The message did not come from another queue, or that queue no longer exists; it stays where it is. */
public final class OriginGone extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final long id;

    OriginGone(long id) {
        super(ErrorKind.CONFLICT, "message " + id + " has no queue to return to");
        this.id = id;
    }

    public long id() {
        return id;
    }
}
