package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;

/**
 * How far a lineup looks past messages whose turn has not come: 120,000 messages, as AWS does for FIFO queues, and as many
 * bytes of those that have to be read from pages for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html">SQS
 *     FIFO queues</a>
 */
final class LookAhead {
    static final int MAX_MESSAGES = 120_000;
    static final long MAX_PAGED_BYTES = 64L << 20;

    private final int maxMessages;
    private int messages;
    private long bytes;

    LookAhead(int maxMessages) {
        this.maxMessages = maxMessages;
    }

    boolean hasRoom() {
        return messages < maxMessages && bytes < MAX_PAGED_BYTES;
    }

    void add(HeldMessage message) {
        messages++;
        bytes += message.heldBytes();
    }

    void remove(HeldMessage message) {
        messages--;
        bytes -= message.heldBytes();
    }

    int messages() {
        return messages;
    }
}
