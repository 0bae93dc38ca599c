package io.packetboat.it.crash;

/**
 * Something that a client did or saw, in the order in which the history got it: what is about to happen is written
 * before it is asked for, what is confirmed after the confirmation arrived.
 */
sealed interface Event {

    /** The message is about to be sent. */
    record Sending(String message) implements Event {}

    /** The protocol's confirmation of the durable send arrived. */
    record Sent(String message) implements Event {}

    /** A client got the message; {@code redelivered} as the protocol says it. */
    record Received(String message, boolean redelivered) implements Event {}

    /** A client got something under this name that differs from what was sent. */
    record Damaged(String message) implements Event {}

    /** The client is about to acknowledge or commit: from here on the message may be gone. */
    record Consuming(String message) implements Event {}

    /** The protocol confirmed the consumption: from here on the message must be gone. */
    record Consumed(String message) implements Event {}

    /** A change of a definition is about to be asked for. */
    record Changing(String definition, boolean exists) implements Event {}

    /** The change was answered. */
    record Changed(String definition, boolean exists) implements Event {}

    /** What the server says of the definition, asked while nobody changes it. */
    record Seen(String definition, boolean exists) implements Event {}

    /** The server was killed and starts again; for the reader of a history. */
    record Restarted(int round) implements Event {}
}
