package io.packetboat.broker.delivery;

import io.packetboat.kernel.messaging.MessageGroupId;
import java.util.Optional;

/** A message as one queue offers it. Everything but {@link #read} is cheap and never fails. */
public interface HeldMessage {

    /** Its number in the journal, unique in the broker. */
    long id();

    /** Its place: messages of a lower one stand before it. */
    long place();

    /** How often it was delivered, by whatever protocol. */
    int deliveries();

    /** Counts one more delivery and returns the new number. */
    int countDelivery();

    Optional<MessageGroupId> group();

    /** Bytes of heap that would be free if it were not held: those of a message that was read from a page. */
    long heldBytes();

    /** What was noted at its last receive, before a restart too. */
    Optional<ReceiveMark> mark();

    /** Its content in SQS's words. Slow for large messages; never fails, whatever a client wrote. */
    ReadMessage read();

    /** A held message and what is to be noted of it. */
    record Marked(HeldMessage message, ReceiveMark mark) {}
}
