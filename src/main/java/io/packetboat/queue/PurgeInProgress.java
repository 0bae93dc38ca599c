package io.packetboat.queue;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/** The queue was purged within the last minute. */
public final class PurgeInProgress extends PacketboatException {
    private static final long serialVersionUID = 1L;

    PurgeInProgress(QueueName queue) {
        super(
                ErrorKind.THROTTLED,
                "Only one PurgeQueue operation on " + queue + " is allowed every " + RecentPurges.PAUSE.toSeconds()
                        + " seconds.");
    }
}
