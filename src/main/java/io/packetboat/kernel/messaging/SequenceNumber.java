package io.packetboat.kernel.messaging;

/** The place of a message among all of its FIFO queue: it grows with every message, not always by one. */
public record SequenceNumber(long value) {

    /** 20 digits, as SQS writes it. */
    @Override
    public String toString() {
        return String.format("%020d", value);
    }
}
