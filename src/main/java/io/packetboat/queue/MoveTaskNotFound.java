package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** No task of this handle moves messages now. */
public final class MoveTaskNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    MoveTaskNotFound() {
        super(ErrorKind.NOT_FOUND, "Either the task doesn't exist, or it is not active any more.");
    }
}
