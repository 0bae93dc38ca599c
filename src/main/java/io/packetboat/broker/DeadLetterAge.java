package io.packetboat.broker;

import java.util.function.ToLongFunction;
import org.apache.activemq.artemis.api.core.Message;

/**
 * Has a dead letter expire by the time that it was first sent, as SQS does for standard queues; Artemis counts the
 * dead-letter queue's retention from the move. A FIFO dead-letter queue counts from the move on AWS too.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">SQS
 *     dead-letter queues</a>
 */
final class DeadLetterAge {
    private final ToLongFunction<String> retentionOf;

    /** @param retentionOf how many milliseconds a queue keeps a message, negative for without limit */
    DeadLetterAge(ToLongFunction<String> retentionOf) {
        this.retentionOf = retentionOf;
    }

    void keep(Message message) {
        String queue = String.valueOf(message.getAddress());
        long retention = queue.endsWith(".fifo") ? -1 : retentionOf.applyAsLong(queue);
        if (retention >= 0 && message.getTimestamp() > 0) {
            message.setExpiration(message.getTimestamp() + retention);
        }
    }
}
