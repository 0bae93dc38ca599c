package io.packetboat.subscription;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** As many replays are going on as may. */
public final class ReplayLimitReached extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    public ReplayLimitReached(int limit) {
        super(ErrorKind.LIMIT_EXCEEDED, "Replay limit exceeded: " + limit + " are going on already");
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
