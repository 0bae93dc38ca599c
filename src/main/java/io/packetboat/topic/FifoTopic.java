package io.packetboat.topic;

import java.util.Optional;

/**
 * What a FIFO topic adds to a topic.
 *
 * @param contentBasedDeduplication whether a message without a deduplication id gets the SHA-256 of its body as one
 * @param scope within what a deduplication id must not come twice
 * @param archive present if it keeps what is published, so that it can be given to subscriptions again
 */
public record FifoTopic(boolean contentBasedDeduplication, Scope scope, Optional<ArchivePolicy> archive) {

    /** What a FIFO topic begins with. */
    public static final FifoTopic DEFAULTS = new FifoTopic(false, Scope.TOPIC, Optional.empty());

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
        return new FifoTopic(value, scope, archive);
    }

    FifoTopic withScope(Scope value) {
        return new FifoTopic(contentBasedDeduplication, value, archive);
    }

    FifoTopic withArchive(Optional<ArchivePolicy> value) {
        return new FifoTopic(contentBasedDeduplication, scope, value);
    }
}
