package io.packetboat.fanout;

import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.util.Optional;

/**
 * A message that is on disk; for a duplicate on a FIFO topic, the one that was published first.
 *
 * @param sequence for FIFO topics alone
 */
public record PublishedMessage(MessageId id, Optional<SequenceNumber> sequence) {}
