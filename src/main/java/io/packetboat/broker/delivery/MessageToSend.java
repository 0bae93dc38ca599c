package io.packetboat.broker.delivery;

import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message for a queue.
 *
 * @param id becomes its JMS message id too; of UUID's version 1, the only one that the broker stores
 * @param delay before it can be delivered
 * @param deduplication what protects from a second one like it, noted in the same transaction
 */
public record MessageToSend(
        UUID id,
        String body,
        MessageAttributes attributes,
        Instant sent,
        Duration delay,
        Optional<String> senderId,
        Optional<MessageGroupId> group,
        Optional<SequenceNumber> sequence,
        Optional<DeduplicationId> deduplicationId,
        Optional<String> traceHeader,
        Optional<DeduplicationMark> deduplication) {}
