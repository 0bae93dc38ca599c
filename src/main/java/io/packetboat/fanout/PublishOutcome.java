package io.packetboat.fanout;

import io.packetboat.kernel.PacketboatException;

/** What became of one message of a batch. */
public sealed interface PublishOutcome {

    /** It is on disk. */
    record Published(PublishedMessage message) implements PublishOutcome {}

    /** It was not accepted; the others of its batch may have been. */
    record Refused(PacketboatException failure) implements PublishOutcome {}
}
