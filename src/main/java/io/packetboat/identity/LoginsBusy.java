package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** Too many passwords are being hashed at this moment; the same request may succeed shortly. */
public final class LoginsBusy extends PacketboatException {
    private static final long serialVersionUID = 1L;

    LoginsBusy() {
        super(ErrorKind.THROTTLED, "too many passwords are being checked; try again shortly");
    }
}
