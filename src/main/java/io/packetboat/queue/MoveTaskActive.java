package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/** Messages of this queue are being moved already; one task a queue is allowed at a time. */
public final class MoveTaskActive extends PacketboatException {
    private static final long serialVersionUID = 1L;

    MoveTaskActive(QueueName source) {
        super(
                ErrorKind.UNSUPPORTED,
                "There is already a task running. Only one active task is allowed for a source"
                        + " queue arn at a given time: " + source);
    }
}
