package io.packetboat.topic;

/**
 * What a FIFO topic adds to a topic.
 *
 * @param contentBasedDeduplication whether a message without a deduplication id gets the SHA-256 of its body as one
 * @param scope within what a deduplication id must not come twice
 */
public record FifoTopic(boolean contentBasedDeduplication, Scope scope) {

    /** What a FIFO topic begins with. */
    public static final FifoTopic DEFAULTS = new FifoTopic(false, Scope.TOPIC);

    /** SNS's {@code FifoThroughputScope}. */
    public enum Scope {
        TOPIC("Topic"),
        MESSAGE_GROUP("MessageGroup");

        private final String value;

        Scope(String value) {
            this.value = value;
        }

        /** As SNS spells it. */
        public String value() {
            return value;
        }
    }

    FifoTopic withContentBasedDeduplication(boolean value) {
        return new FifoTopic(value, scope);
    }

    FifoTopic withScope(Scope value) {
        return new FifoTopic(contentBasedDeduplication, value);
    }
}
