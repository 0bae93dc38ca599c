package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/** Other queues send their dead letters to this one; without it the broker would drop them. */
public final class QueueInUse extends PacketboatException {
    private static final long serialVersionUID = 1L;

    QueueInUse(QueueName queue) {
        super(ErrorKind.CONFLICT, "queue " + queue + " takes the dead letters of other queues");
    }
}
