package io.packetboat.queue;

/**
 * What a FIFO queue adds to a queue.
 *
 * @param contentBasedDeduplication whether a message without a deduplication id gets the SHA-256 of its body as one
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html">High
 *     throughput for FIFO queues</a>
 */
public record FifoSettings(
        boolean contentBasedDeduplication, DeduplicationScope deduplicationScope, ThroughputLimit throughputLimit) {

    /** What a FIFO queue begins with. */
    public static final FifoSettings DEFAULTS =
            new FifoSettings(false, DeduplicationScope.QUEUE, ThroughputLimit.PER_QUEUE);

    /** Within what a deduplication id must not come twice. */
    public enum DeduplicationScope {
        QUEUE,
        MESSAGE_GROUP
    }

    /** To what SQS's quota applies; there is none here, so both are the same and kept for the client's sake. */
    public enum ThroughputLimit {
        PER_QUEUE,
        PER_MESSAGE_GROUP_ID
    }

    FifoSettings withContentBasedDeduplication(boolean value) {
        return new FifoSettings(value, deduplicationScope, throughputLimit);
    }

    FifoSettings withDeduplicationScope(DeduplicationScope value) {
        return new FifoSettings(contentBasedDeduplication, value, throughputLimit);
    }

    FifoSettings withThroughputLimit(ThroughputLimit value) {
        return new FifoSettings(contentBasedDeduplication, deduplicationScope, value);
    }
}
