package io.packetboat.fanout;

import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.util.Map;
import java.util.Optional;

/**
 * A message that somebody wants to publish.
 *
 * @param body what everybody gets for whose protocol there is nothing special
 * @param perProtocol what subscribers of a protocol get instead, by its name
 * @param size bytes as SNS counts them: the message as it was given, and its attributes
 * @param group required by FIFO topics; on standard topics the tenant in fair queues
 * @param deduplication for FIFO topics alone; empty means the SHA-256 of the body where the topic wants that
 */
public record Notification(
        String body,
        Map<String, String> perProtocol,
        long size,
        Optional<String> subject,
        MessageAttributes attributes,
        Optional<MessageGroupId> group,
        Optional<DeduplicationId> deduplication) {

    public Notification {
        perProtocol = Map.copyOf(perProtocol);
    }
}
