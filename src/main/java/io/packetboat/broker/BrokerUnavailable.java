package io.packetboat.broker;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import org.jspecify.annotations.Nullable;

/** The broker does not run now, or its disk reserve is reached; the same request may succeed later. */
public final class BrokerUnavailable extends PacketboatException {
    private static final long serialVersionUID = 1L;

    public BrokerUnavailable(String why, @Nullable Throwable cause) {
        super(ErrorKind.UNAVAILABLE, why, cause);
    }
}
