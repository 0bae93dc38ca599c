package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.nio.file.Path;

/** The database holds access keys that the node's master key file does not open: it is missing, damaged or another one. */
public final class MasterKeyUnusable extends PacketboatException {
    private static final long serialVersionUID = 1L;

    MasterKeyUnusable(Path file, String why) {
        super(
                ErrorKind.UNAVAILABLE,
                "the master key " + file + " " + why + "; restore the file that belongs to the database");
    }
}
