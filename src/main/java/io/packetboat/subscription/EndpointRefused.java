package io.packetboat.subscription;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** Such an endpoint cannot be subscribed; the message is in Amazon SNS's words. */
public final class EndpointRefused extends PacketboatException {
    private static final long serialVersionUID = 1L;

    /** @param parameter {@code Endpoint} or {@code Protocol} */
    public EndpointRefused(String parameter, String why) {
        super(ErrorKind.INVALID, "Invalid parameter: " + parameter + " Reason: " + why);
    }
}
