package io.packetboat.queue;

import io.packetboat.kernel.Arn;
import io.packetboat.kernel.messaging.QueueState;

/** A queue's definition and the numbers of what it holds at this moment. */
public record DescribedQueue(Arn arn, QueueDefinition definition, QueueState.Numbers numbers) {

    /** What a receive could get now. */
    public long visible() {
        return Math.max(0, numbers.messages() - numbers.delivering() - numbers.scheduled());
    }

    /** What consumers of any protocol hold and have not settled. */
    public long notVisible() {
        return numbers.delivering();
    }

    public long delayed() {
        return numbers.scheduled();
    }
}
