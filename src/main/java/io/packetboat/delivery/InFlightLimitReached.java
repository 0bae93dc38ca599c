package io.packetboat.delivery;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.QueueName;

/**
 * Receivers of the queue hold as many messages as one queue may have in flight; AWS calls it {@code OverLimit}. Raised for
 * receives from standard queues that do not wait, as on AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html">SQS message
 *     quotas</a>
 */
public final class InFlightLimitReached extends PacketboatException {
    private static final long serialVersionUID = 1L;

    private final transient QueueName queue;

    InFlightLimitReached(QueueName queue, int limit) {
        super(ErrorKind.LIMIT_EXCEEDED, "queue " + queue + " has " + limit + " messages in flight, its maximum");
        this.queue = queue;
    }

    public QueueName queue() {
        return queue;
    }
}
