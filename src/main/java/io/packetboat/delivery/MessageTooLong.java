package io.packetboat.delivery;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** A message, its attributes counted in, is larger than its queue takes. */
public final class MessageTooLong extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final long size;

    MessageTooLong(long size, long limit) {
        super(
                ErrorKind.INVALID,
                "One or more parameters are invalid. Reason: Message must be shorter than " + limit + " bytes.");
        this.size = size;
    }

    /** Bytes of the message. */
    public long size() {
        return size;
    }
}
