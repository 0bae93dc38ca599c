package io.packetboat.connection;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** No connection, session, consumer or producer has this id; it may have gone on its own. */
public final class ClientNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient String id;

    ClientNotFound(String id) {
        super(ErrorKind.NOT_FOUND, "nothing is connected with the id " + id);
        this.id = id;
    }

    public String id() {
        return id;
    }
}
