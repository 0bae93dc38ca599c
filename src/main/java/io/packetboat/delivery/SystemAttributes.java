package io.packetboat.delivery;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageGroupId;
import io.packetboat.kernel.messaging.SequenceNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * What the queue itself knows of a delivered message.
 *
 * @param senderId the user who sent it, where that is known
 * @param sent when it was sent; a dead letter of a standard queue keeps the time of its first queue
 * @param receiveCount receives and deliveries to clients of every protocol, with this one
 * @param firstReceived when it was first received through this engine; its count may be older
 * @param sequence for FIFO queues alone
 * @param deduplication for FIFO queues alone
 * @param deadLetterSource the queue whose dead letter it is
 */
public record SystemAttributes(
        Optional<String> senderId,
        Instant sent,
        int receiveCount,
        Instant firstReceived,
        Optional<SequenceNumber> sequence,
        Optional<DeduplicationId> deduplication,
        Optional<MessageGroupId> group,
        Optional<String> traceHeader,
        Optional<Arn> deadLetterSource) {}
