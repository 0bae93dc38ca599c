package io.packetboat.fanout;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** All messages of a batch together are longer than one may be. */
public final class BatchTooLong extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final long size;

    BatchTooLong(long size) {
        super(ErrorKind.INVALID, "The length of all the messages put together is more than the limit.");
        this.size = size;
    }

    /** Bytes. */
    public long size() {
        return size;
    }
}
