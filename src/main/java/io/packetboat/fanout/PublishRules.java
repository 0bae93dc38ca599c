package io.packetboat.fanout;

import io.packetboat.topic.FifoTopic;
import io.packetboat.topic.TopicDefinition;

/**
 * What SNS demands of a message; says nothing or raises {@link InvalidNotification}.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">SNS Publish</a>
 */
final class PublishRules {
    /** Of one message, and of all messages of a batch together. */
    static final int MAX_BYTES = 256 << 10;

    private static final int MAX_SUBJECT = 100;

    private PublishRules() {}

    static void check(Notification message, TopicDefinition topic) {
        if (message.body().isEmpty()) {
            throw new InvalidNotification("Empty message");
        }
        if (message.size() > MAX_BYTES) {
            throw new InvalidNotification("Message too long");
        }
        message.subject().filter(subject -> !isSubject(subject)).ifPresent(wrong -> {
            throw new InvalidNotification("Subject");
        });
        topic.attributes().fifo().ifPresentOrElse(fifo -> checkFifo(message, fifo), () -> checkStandard(message));
    }

    private static void checkStandard(Notification message) {
        if (message.deduplication().isPresent()) {
            throw new InvalidNotification("MessageDeduplicationId Reason: The request includes MessageDeduplicationId"
                    + " parameter that is not valid for this topic type");
        }
    }

    private static void checkFifo(Notification message, FifoTopic topic) {
        if (message.group().isEmpty()) {
            throw new InvalidNotification("The MessageGroupId parameter is required for FIFO topics");
        }
        if (message.deduplication().isEmpty() && !topic.contentBasedDeduplication()) {
            throw new InvalidNotification("The topic should either have ContentBasedDeduplication enabled or"
                    + " MessageDeduplicationId provided explicitly");
        }
    }

    /** SNS documents ASCII and accepts UTF-8; what would break out of a mail's header is refused by both. */
    private static boolean isSubject(String subject) {
        return !subject.isBlank()
                && subject.length() <= MAX_SUBJECT
                && !Character.isWhitespace(subject.charAt(0))
                && subject.chars().noneMatch(Character::isISOControl);
    }
}
