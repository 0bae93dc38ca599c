package io.packetboat.delivery;

import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.util.Optional;

/**
 * A message that is on disk; for a duplicate in a FIFO queue, the one that was sent first.
 *
 * @param sequence for FIFO queues alone
 */
public record SentMessage(MessageId id, Optional<SequenceNumber> sequence) {}
