package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/** A queue, or a subscription's queue, has this name already. */
public final class QueueNameTaken extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient QueueName queue;

    QueueNameTaken(QueueName queue) {
        super(ErrorKind.CONFLICT, "a queue is named " + queue + " already");
        this.queue = queue;
    }

    public QueueName queue() {
        return queue;
    }
}
