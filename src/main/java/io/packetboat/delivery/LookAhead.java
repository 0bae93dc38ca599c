package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;

/**
 * How far a lineup looks past messages whose turn has not come: 120,000 messages, as AWS does for FIFO queues, and as long
 * as there is memory for those that have to be read from pages for it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html">SQS
 *     FIFO queues</a>
 */
final class LookAhead {
    static final int MAX_MESSAGES = 120_000;

    private final int maxMessages;
    private final AsideMemory memory;
    private int messages;

    LookAhead(int maxMessages, AsideMemory memory) {
        this.maxMessages = maxMessages;
        this.memory = memory;
    }

    boolean hasRoom() {
        return messages < maxMessages && memory.hasRoom();
    }

    void add(HeldMessage message) {
        messages++;
        memory.add(message.heldBytes());
    }

    void remove(HeldMessage message) {
        messages--;
        memory.add(-message.heldBytes());
    }

    int messages() {
        return messages;
    }
}
