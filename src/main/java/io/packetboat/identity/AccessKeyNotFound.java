package io.packetboat.identity;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** No access key of the user has this id. */
public final class AccessKeyNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient AccessKeyId key;

    AccessKeyNotFound(AccessKeyId key) {
        super(ErrorKind.NOT_FOUND, "no access key of this user has the id " + key);
        this.key = key;
    }

    public AccessKeyId key() {
        return key;
    }
}
