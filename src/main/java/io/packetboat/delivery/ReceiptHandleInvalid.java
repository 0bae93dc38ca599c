package io.packetboat.delivery;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** No receive of this queue gave out such a receipt handle. */
public final class ReceiptHandleInvalid extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient ReceiptHandle handle;

    ReceiptHandleInvalid(ReceiptHandle handle) {
        super(ErrorKind.INVALID, "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
        this.handle = handle;
    }

    public ReceiptHandle handle() {
        return handle;
    }
}
