package io.packetboat.broker.delivery;

import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.MessageId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * The content of a message in SQS's words, whichever protocol it came by.
 *
 * @param deadLetterSource the queue that it was moved here from
 */
public record ReadMessage(
        MessageId id,
        String body,
        MessageAttributes attributes,
        Instant sent,
        Optional<String> senderId,
        Optional<SequenceNumber> sequence,
        Optional<DeduplicationId> deduplication,
        Optional<MessageGroupId> group,
        Optional<String> traceHeader,
        Optional<String> deadLetterSource) {}
