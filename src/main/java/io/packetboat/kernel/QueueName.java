package io.packetboat.kernel;

/**
 * The name of a queue as every protocol sees it: the name of an anycast queue of the broker.
 *
 * <p>Any name that a protocol client can make is allowed here (1 to 512 characters without control characters or
 * {@code ::}); SQS's narrower rule belongs to CreateQueue.
 */
public record QueueName(String value) implements Comparable<QueueName> {
    /** The longest name in characters. */
    public static final int MAX_LENGTH = 512;

    public QueueName {
        DestinationNames.check("queueName", value, MAX_LENGTH);
    }

    @Override
    public int compareTo(QueueName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
