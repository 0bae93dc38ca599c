package io.packetboat.retry;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A delivery policy is malformed or asks for what cannot be; the message says what, in Amazon SNS's words. */
public final class InvalidDeliveryPolicy extends PacketboatException {
    private static final long serialVersionUID = 1L;

    InvalidDeliveryPolicy(String why) {
        super(ErrorKind.INVALID, "DeliveryPolicy: " + why);
    }
}
