package io.packetboat.subscription;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A subscription cannot have what was wanted for it; the message is in Amazon SNS's words. */
public final class SubscriptionRefused extends PacketboatException {
    private static final long serialVersionUID = 1L;

    public SubscriptionRefused(String what) {
        super(ErrorKind.INVALID, "Invalid parameter: " + what);
    }

    SubscriptionRefused(String parameter, String why) {
        this(parameter + " Reason: " + why);
    }
}
