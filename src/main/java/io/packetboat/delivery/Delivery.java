package io.packetboat.delivery;

import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.MessageId;

/**
 * A message in the hands of a receiver, hidden from all others until it is deleted or its visibility timeout ends.
 *
 * @param handle what deletes it or changes its timeout; only that of the latest receive counts
 * @param body text as SQS shows it, whichever protocol the message came by
 */
public record Delivery(
        MessageId id, ReceiptHandle handle, String body, MessageAttributes attributes, SystemAttributes system) {}
