package io.packetboat.broker.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * What is durably noted of an accepted message of a FIFO queue.
 *
 * @param key of the deduplication id within its scope
 * @param message the id that duplicates are answered with
 * @param sequence likewise
 * @param number the mark's own number, to forget it by
 */
public record DeduplicationMark(Key key, UUID message, long sequence, Instant sent, long number) {

    /** 128 bits of a SHA-256 sum. */
    public record Key(long high, long low) {}
}
