package io.packetboat.admin.json;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The body of a request is not one JSON object in UTF-8 with distinct keys. */
public final class MalformedJson extends PacketboatException {
    private static final long serialVersionUID = 1L;

    MalformedJson(String why) {
        super(ErrorKind.INVALID, "the body is not a JSON object: " + why);
    }
}
