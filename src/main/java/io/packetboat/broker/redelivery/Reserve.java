package io.packetboat.broker.redelivery;

import java.time.Duration;
import java.time.Instant;

/**
 * Up to which message a queue may deliver without another write. Pure.
 *
 * <p>A queue that gets there within seconds is given twice as much, one that takes its time half: the more a queue
 * delivers the farther ahead is its mark, and one that delivers now and then is marked exactly.
 *
 * @param upTo the last message's id, inclusive
 * @param ahead how many ids that was beyond the message that asked for it
 * @param since when it was given
 */
record Reserve(long upTo, long ahead, Instant since) {
    static final Duration SPACING = Duration.ofSeconds(3);
    static final long LEAST = 16;
    static final long MOST = 1 << 20;

    static Reserve exactly(long upTo) {
        return new Reserve(upTo, 0, Instant.EPOCH);
    }

    boolean covers(long message) {
        return message <= upTo;
    }

    Reserve beyond(long message, Instant now) {
        boolean busy = now.isBefore(since.plus(SPACING));
        long next = busy ? Math.min(MOST, Math.max(LEAST, ahead * 2)) : ahead / 2;
        return new Reserve(message + next, next, now);
    }
}
