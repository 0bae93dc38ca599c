package io.packetboat.broker.fanout;

import java.util.Optional;

/** A message that was published and taken from its intake. */
public interface HeldPublication {

    /** Its number in the journal, unique in the broker. */
    long id();

    /** Its content; empty if it is too large to be held in memory. Slow for large messages; never fails. */
    Optional<Publication> read();
}
