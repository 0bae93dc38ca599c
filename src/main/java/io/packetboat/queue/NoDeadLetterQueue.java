package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/** No queue sends its dead letters to this one, so that none can be moved from it. */
public final class NoDeadLetterQueue extends PacketboatException {
    private static final long serialVersionUID = 1L;

    NoDeadLetterQueue(QueueName queue) {
        super(ErrorKind.INVALID, "Source queue must be configured as a Dead Letter Queue: " + queue);
    }
}
