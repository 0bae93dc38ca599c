package io.packetboat.topic;

import io.packetboat.policy.ResourcePolicy;
import io.packetboat.retry.DeliveryPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One attribute of a topic with the value that it shall have, in SNS's names and bounds.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
public sealed interface TopicAttributeChange {

    /** The attributes with this value among them; raises {@link TopicRefused} if this topic cannot have it. */
    TopicAttributes applyTo(TopicAttributes topic, Instant now);

    /** The attributes with all changes in them; raises {@link TopicRefused}. */
    static TopicAttributes applyAll(List<TopicAttributeChange> changes, TopicAttributes topic, Instant now) {
        TopicAttributes changed = topic;
        for (TopicAttributeChange change : changes) {
            changed = change.applyTo(changed, now);
        }
        return changed;
    }

    /** At most 100 characters in one line; empty for none. */
    record DisplayName(String value) implements TopicAttributeChange {
        private static final int MAX_LENGTH = 100;

        public DisplayName {
            if (value.length() > MAX_LENGTH) {
                throw new TopicRefused("DisplayName", "must be at most " + MAX_LENGTH + " characters long");
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new TopicRefused("DisplayName", "must not hold control characters");
            }
        }

        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            return topic.withDisplayName(value);
        }
    }

    /** The topic's own policy; empty for none. */
    record Policy(Optional<ResourcePolicy> value) implements TopicAttributeChange {
        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            return topic.withPolicy(value);
        }
    }

    /** How HTTP endpoints get messages; empty for the defaults. */
    record Delivery(Optional<DeliveryPolicy> value) implements TopicAttributeChange {
        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            return topic.withDeliveryPolicy(value);
        }
    }

    /** 1 for SHA-1, 2 for SHA-256. */
    record SignatureVersion(int value) implements TopicAttributeChange {
        public SignatureVersion {
            if (value != 1 && value != 2) {
                throw new TopicRefused("SignatureVersion", "must be 1 or 2");
            }
        }

        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            return topic.withSignatureVersion(value);
        }
    }

    /** The type that the topic has by its name. */
    record Fifo(boolean value) implements TopicAttributeChange {
        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            if (value != topic.fifo().isPresent()) {
                throw new TopicRefused("Topic Name", "FIFO topics, and no others, have a name that ends with .fifo");
            }
            return topic;
        }
    }

    record ContentBasedDeduplication(boolean value) implements TopicAttributeChange {
        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            return changeFifo("ContentBasedDeduplication", topic, fifo -> fifo.withContentBasedDeduplication(value));
        }
    }

    record FifoThroughputScope(FifoTopic.Scope value) implements TopicAttributeChange {
        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            return changeFifo("FifoThroughputScope", topic, fifo -> fifo.withScope(value));
        }
    }

    /** For how many days messages are kept; empty for not at all, which forgets what was kept. */
    record Archive(Optional<Integer> days) implements TopicAttributeChange {
        @Override
        public TopicAttributes applyTo(TopicAttributes topic, Instant now) {
            if (days.isEmpty() && topic.fifo().isEmpty()) {
                return topic;
            }
            return changeFifo(
                    "ArchivePolicy",
                    topic,
                    fifo -> fifo.withArchive(days.map(count -> fifo.archive()
                            .orElseGet(() -> new ArchivePolicy(count, now))
                            .withDays(count))));
        }
    }

    private static TopicAttributes changeFifo(
            String attribute, TopicAttributes topic, UnaryOperator<FifoTopic> change) {
        FifoTopic fifo = topic.fifo()
                .orElseThrow(() -> new TopicRefused("Attributes", attribute + " can only be set on FIFO topics"));
        return topic.withFifo(change.apply(fifo));
    }
}
