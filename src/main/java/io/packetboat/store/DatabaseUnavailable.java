package io.packetboat.store;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The database did not do what was asked; for a change it is unknown whether it took place. */
public final class DatabaseUnavailable extends PacketboatException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(Throwable cause) {
        super(ErrorKind.UNAVAILABLE, "the database is not available", cause);
    }
}
