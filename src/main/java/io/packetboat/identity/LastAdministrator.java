package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The change would leave nobody who can give out rights. */
public final class LastAdministrator extends PacketboatException {
    private static final long serialVersionUID = 1L;

    LastAdministrator() {
        super(
                ErrorKind.CONFLICT,
                "nobody could give out rights any more; first let another user log in and allow it"
                        + " packetboat:PutPolicy and packetboat:AttachUserPolicy");
    }
}
