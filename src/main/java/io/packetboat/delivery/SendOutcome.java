package io.packetboat.delivery;

import io.packetboat.kernel.PacketboatException;

/** What became of one message of a batch. */
public sealed interface SendOutcome {

    /** It is on disk. */
    record Sent(SentMessage message) implements SendOutcome {}

    /** It was not accepted; the others of its batch may have been. */
    record Refused(PacketboatException failure) implements SendOutcome {}
}
