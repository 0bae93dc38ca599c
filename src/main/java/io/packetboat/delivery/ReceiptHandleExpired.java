package io.packetboat.delivery;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The visibility timeout of this receive of a FIFO queue has ended, so that its handle deletes nothing any more. */
public final class ReceiptHandleExpired extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient ReceiptHandle handle;

    ReceiptHandleExpired(ReceiptHandle handle) {
        super(
                ErrorKind.INVALID,
                "Value " + handle + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
        this.handle = handle;
    }

    public ReceiptHandle handle() {
        return handle;
    }
}
