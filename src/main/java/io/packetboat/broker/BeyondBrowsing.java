package io.packetboat.broker;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;

/** What is looked for lies deeper in its queue than anybody looks, or nowhere. */
public final class BeyondBrowsing extends PacketboatException {
    private static final long serialVersionUID = 1L;

    /** @param depth how many messages from the head of a queue are looked at */
    BeyondBrowsing(int depth) {
        super(
                ErrorKind.LIMIT_EXCEEDED,
                "Only the first " + depth
                        + " messages of a queue can be browsed; consume or purge some of them first.");
    }
}
