package io.packetboat.delivery;

import io.packetboat.kernel.messaging.DeduplicationId;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.time.Duration;
import java.util.Optional;

/**
 * A message that somebody wants to send.
 *
 * @param body text of XML's characters, never empty
 * @param delay before it can be received; empty means the queue's own
 * @param group required by FIFO queues, allowed on all
 * @param deduplication for FIFO queues alone; empty means the SHA-256 of the body where the queue wants that
 * @param traceHeader {@code AWSTraceHeader}, which travels with the message and is not looked into
 */
public record OutgoingMessage(
        String body,
        MessageAttributes attributes,
        Optional<Duration> delay,
        Optional<MessageGroupId> group,
        Optional<DeduplicationId> deduplication,
        Optional<String> traceHeader) {

    /** A message with nothing but a body. */
    public static OutgoingMessage of(String body) {
        return new OutgoingMessage(
                body, MessageAttributes.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A message for a FIFO queue. */
    public static OutgoingMessage of(String body, MessageGroupId group, DeduplicationId deduplication) {
        return new OutgoingMessage(
                body,
                MessageAttributes.NONE,
                Optional.empty(),
                Optional.of(group),
                Optional.of(deduplication),
                Optional.empty());
    }
}
