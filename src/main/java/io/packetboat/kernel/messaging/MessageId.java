package io.packetboat.kernel.messaging;

import io.packetboat.kernel.InvalidValue;

/**
 * The name of a message that stays with it for life, also in a dead-letter queue: a UUID for what was sent through SQS,
 * the sender's own message id for other protocols, and one derived from its place in the journal where there is none.
 */
public record MessageId(String value) {

    public MessageId {
        if (value.isEmpty()) {
            throw new InvalidValue("messageId", "must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
