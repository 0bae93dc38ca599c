package io.packetboat.subscription;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** As many subscriptions of the topic have a filter policy as may. */
public final class FilterPolicyLimitReached extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    FilterPolicyLimitReached(long limit) {
        super(ErrorKind.LIMIT_EXCEEDED, "Filter policy limit exceeded: the topic has " + limit + " already");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
