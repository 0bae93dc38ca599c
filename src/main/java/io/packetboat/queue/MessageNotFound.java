package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/** The queue holds no message of this id, or it is in delivery to a consumer now. */
public final class MessageNotFound extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final long id;

    MessageNotFound(QueueName queue, long id) {
        super(ErrorKind.NOT_FOUND, "queue " + queue + " holds no message with the id " + id);
        this.id = id;
    }

    public long id() {
        return id;
    }
}
