package io.packetboat.fanout;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.subscription.SubscriptionId;

/** Nothing is delivered to a subscription that its endpoint has not confirmed. */
public final class SubscriptionPending extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient SubscriptionId id;

    SubscriptionPending(SubscriptionId id) {
        super(ErrorKind.CONFLICT, "the subscription is not confirmed yet");
        this.id = id;
    }

    public SubscriptionId id() {
        return id;
    }
}
