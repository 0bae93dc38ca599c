package io.packetboat.broker.delivery;

import java.time.Instant;

/**
 * What is durably noted of a received message.
 *
 * @param deliveries counted with this receive
 * @param firstReceived its first receive of all
 * @param received its latest receive
 * @param deadline until when it is in flight
 */
public record ReceiveMark(int deliveries, Instant firstReceived, Instant received, Instant deadline) {

    /** Stands for a message that was deleted while it was on a page, and is removed when it is read. */
    public static final ReceiveMark DELETED = new ReceiveMark(0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    public ReceiveMark until(Instant newDeadline) {
        return new ReceiveMark(deliveries, firstReceived, received, newDeadline);
    }
}
