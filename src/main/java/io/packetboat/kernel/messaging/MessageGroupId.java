package io.packetboat.kernel.messaging;

import io.packetboat.kernel.InvalidValue;

/**
 * The group of a message: in a FIFO queue messages of one group keep their order, in a standard queue it is the tenant
 * that shares the queue fairly with others. It is {@code JMSXGroupID} to other protocols, which may use other characters
 * than SQS allows; SQS's rule belongs to SendMessage.
 */
public record MessageGroupId(String value) {

    public MessageGroupId {
        if (value.isEmpty()) {
            throw new InvalidValue("MessageGroupId", "must not be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
