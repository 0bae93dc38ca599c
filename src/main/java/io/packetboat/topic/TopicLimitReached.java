package io.packetboat.topic;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** There are as many topics of this kind as SNS allows. */
public final class TopicLimitReached extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final int limit;

    TopicLimitReached(int limit) {
        super(ErrorKind.LIMIT_EXCEEDED, "Topic limit exceeded: there are " + limit + " topics of this type already");
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
