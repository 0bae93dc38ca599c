package io.packetboat.kernel;

/**
 * The name of a topic as every protocol sees it: the name of a multicast address of the broker.
 *
 * <p>MQTT's {@code a/b/c} is the topic {@code a.b.c}. SNS's narrower rule belongs to CreateTopic.
 */
public record TopicName(String value) implements Comparable<TopicName> {
    /** The longest name in characters. */
    public static final int MAX_LENGTH = 512;

    public TopicName {
        DestinationNames.check("topicName", value, MAX_LENGTH);
    }

    @Override
    public int compareTo(TopicName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
