package io.packetboat.liberty;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import java.util.List;

/** The configuration cannot be used; the message lists every problem with its key, so that one look mends them all. */
final class ConfigurationRejected extends PacketboatException {
    private static final long serialVersionUID = 1L;

    ConfigurationRejected(List<String> problems) {
        super(ErrorKind.INVALID, "The configuration cannot be used: " + String.join("; ", problems));
    }
}
