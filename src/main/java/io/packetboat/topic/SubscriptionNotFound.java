package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The topic has no durable subscription of this name. */
public final class SubscriptionNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient String subscription;

    SubscriptionNotFound(String subscription) {
        super(ErrorKind.NOT_FOUND, "no durable subscription is named " + subscription);
        this.subscription = subscription;
    }

    public String subscription() {
        return subscription;
    }
}
