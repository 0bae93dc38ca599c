package io.packetboat.fanout;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A message breaks a rule of SNS; the message of the failure is SNS's own. */
public final class InvalidNotification extends PacketboatException {
    private static final long serialVersionUID = 1L;

    InvalidNotification(String why) {
        super(ErrorKind.INVALID, "Invalid parameter: " + why);
    }
}
