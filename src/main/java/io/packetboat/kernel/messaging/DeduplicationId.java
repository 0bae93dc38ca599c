package io.packetboat.kernel.messaging;

import io.packetboat.kernel.InvalidValue;

/** What makes two messages of a FIFO queue the same one for five minutes. */
public record DeduplicationId(String value) {

    public DeduplicationId {
        if (value.isEmpty()) {
            throw new InvalidValue("MessageDeduplicationId", "must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
