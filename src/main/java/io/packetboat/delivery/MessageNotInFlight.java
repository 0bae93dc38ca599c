package io.packetboat.delivery;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** The message of this receipt handle is deleted, visible again, or was received anew by somebody. */
public final class MessageNotInFlight extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient ReceiptHandle handle;

    MessageNotInFlight(ReceiptHandle handle) {
        super(ErrorKind.CONFLICT, "The message referred to is not in flight: " + handle);
        this.handle = handle;
    }

    public ReceiptHandle handle() {
        return handle;
    }
}
