package io.packetboat.filter;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A filter policy that is malformed, too large or asks for something that cannot be evaluated; in AWS's words. */
public final class InvalidFilterPolicy extends PacketboatException {
    private static final long serialVersionUID = 1L;

    InvalidFilterPolicy(String why) {
        super(ErrorKind.INVALID, why);
    }

    static InvalidFilterPolicy because(String reason) {
        return new InvalidFilterPolicy("FilterPolicy: " + reason);
    }
}
