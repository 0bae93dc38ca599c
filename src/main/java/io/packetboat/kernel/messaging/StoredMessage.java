package io.packetboat.kernel.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message as a queue holds it.
 *
 * @param id the broker's number for it, unique in this broker and the key to page with
 * @param address where it was sent to
 * @param content its body
 * @param properties what the sender attached, by name; values are strings, numbers, booleans and byte arrays
 * @param headers what the messaging system itself knows of it
 * @param origin where it lay before it was moved here
 */
public record StoredMessage(
        long id,
        String address,
        MessageContent content,
        Map<String, Object> properties,
        Headers headers,
        Optional<Origin> origin) {

    public StoredMessage {
        properties = Map.copyOf(properties);
    }

    /**
     * What the messaging system itself knows of a message.
     *
     * @param messageId the sender's identification, as JMS shows it
     * @param size in bytes as stored
     * @param deliveries how often it was handed to a consumer, this far
     */
    public record Headers(
            Optional<String> messageId,
            Optional<String> correlationId,
            Optional<String> replyTo,
            Optional<String> groupId,
            Instant timestamp,
            Optional<Instant> expires,
            Optional<Instant> scheduled,
            int priority,
            boolean durable,
            long size,
            int deliveries) {}

    /**
     * Where a moved message lay before.
     *
     * @param reason why it is here, for dead letters, for example {@code MaxDeliveryAttempts}
     */
    public record Origin(String address, String queue, long id, Optional<String> reason) {}
}
