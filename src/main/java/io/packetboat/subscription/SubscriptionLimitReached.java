package io.packetboat.subscription;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The topic has as many subscriptions as it may. */
public final class SubscriptionLimitReached extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    SubscriptionLimitReached(long limit) {
        super(ErrorKind.LIMIT_EXCEEDED, "Subscription limit exceeded: the topic has " + limit + " already");
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
