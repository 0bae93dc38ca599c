package io.packetboat.broker.delivery;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * The journal records of our own kinds: their numbers, which Artemis leaves alone, and their bytes. Every record begins
 * with its version, so that a later release can read what this one wrote.
 */
final class OwnRecords {
    /** A {@link ReceiveMark}. */
    static final byte RECEIVE = 100;

    /** A {@link DeduplicationMark}. */
    static final byte DEDUPLICATION = 101;

    /** A moment; its number is the one that messages had come to by then. */
    static final byte ARRIVAL = 102;

    private static final byte VERSION = 1;

    private OwnRecords() {}

    /** A mark and which message of which queue it is about. */
    record Received(long queue, long message, ReceiveMark mark) {}

    /** A mark and the queue it is about. */
    record Accepted(long queue, DeduplicationMark mark) {}

    static byte[] bytes(Received received) {
        ReceiveMark mark = received.mark();
        return ByteBuffer.allocate(1 + 5 * Long.BYTES + Integer.BYTES)
                .put(VERSION)
                .putLong(received.queue())
                .putLong(received.message())
                .putInt(mark.deliveries())
                .putLong(mark.firstReceived().toEpochMilli())
                .putLong(mark.received().toEpochMilli())
                .putLong(mark.deadline().toEpochMilli())
                .array();
    }

    static Received received(byte[] bytes) {
        ByteBuffer buffer = buffer(bytes);
        return new Received(
                buffer.getLong(),
                buffer.getLong(),
                new ReceiveMark(buffer.getInt(), instant(buffer), instant(buffer), instant(buffer)));
    }

    static byte[] bytes(Accepted accepted) {
        DeduplicationMark mark = accepted.mark();
        return ByteBuffer.allocate(1 + 7 * Long.BYTES)
                .put(VERSION)
                .putLong(accepted.queue())
                .putLong(mark.key().high())
                .putLong(mark.key().low())
                .putLong(mark.message().getMostSignificantBits())
                .putLong(mark.message().getLeastSignificantBits())
                .putLong(mark.sequence())
                .putLong(mark.sent().toEpochMilli())
                .array();
    }

    /** @param number the record's own number */
    static Accepted accepted(byte[] bytes, long number) {
        ByteBuffer buffer = buffer(bytes);
        return new Accepted(
                buffer.getLong(),
                new DeduplicationMark(
                        new DeduplicationMark.Key(buffer.getLong(), buffer.getLong()),
                        new UUID(buffer.getLong(), buffer.getLong()),
                        buffer.getLong(),
                        instant(buffer),
                        number));
    }

    static byte[] bytes(Instant moment) {
        return ByteBuffer.allocate(1 + Long.BYTES)
                .put(VERSION)
                .putLong(moment.toEpochMilli())
                .array();
    }

    static Instant moment(byte[] bytes) {
        return instant(buffer(bytes));
    }

    private static Instant instant(ByteBuffer buffer) {
        return Instant.ofEpochMilli(buffer.getLong());
    }

    private static ByteBuffer buffer(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte version = buffer.get();
        if (version != VERSION) {
            throw new IllegalStateException("The journal holds a record of version " + version
                    + ", which a newer release wrote; start that one, or a backup");
        }
        return buffer;
    }
}
