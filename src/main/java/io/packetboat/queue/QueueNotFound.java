package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/** No queue has this name. */
public final class QueueNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient QueueName queue;

    QueueNotFound(QueueName queue) {
        super(ErrorKind.NOT_FOUND, "no queue is named " + queue);
        this.queue = queue;
    }

    public QueueName queue() {
        return queue;
    }
}
