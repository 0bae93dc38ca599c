package io.packetboat.subscription;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** No subscription of SNS has this id. */
public final class NoSuchSubscription extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient SubscriptionId id;

    public NoSuchSubscription(SubscriptionId id) {
        super(ErrorKind.NOT_FOUND, "Subscription does not exist");
        this.id = id;
    }

    public SubscriptionId id() {
        return id;
    }
}
