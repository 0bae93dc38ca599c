package io.packetboat.delivery;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.messaging.MessageAttributes;
import io.packetboat.kernel.messaging.Utf8;
import io.packetboat.queue.FifoSettings;
import io.packetboat.queue.QueueDefinition;
import java.time.Duration;

/**
 * What a queue demands of a message; says nothing or raises why not.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SQS
 *     SendMessage</a>
 */
final class SendRules {
    private static final Duration MAX_DELAY = Duration.ofMinutes(15);
    private static final String NOT_FOR_THIS_QUEUE =
            "The request include parameter that is not valid for this queue type";

    private SendRules() {}

    static void check(OutgoingMessage message, QueueDefinition queue) {
        if (message.body().isEmpty()) {
            throw new InvalidValue("MessageBody", "must not be empty");
        }
        checkCharacters(message.body());
        for (MessageAttributes.Value value : message.attributes().values().values()) {
            if (value instanceof MessageAttributes.Text text) {
                checkCharacters(text.text());
            }
        }
        long size = size(message);
        if (size > queue.maximumMessageSize()) {
            throw new MessageTooLong(size, queue.maximumMessageSize());
        }
        message.delay()
                .filter(delay -> delay.isNegative() || delay.compareTo(MAX_DELAY) > 0)
                .ifPresent(wrong -> {
                    throw new InvalidValue("DelaySeconds", "must be between 0 and " + MAX_DELAY.toSeconds());
                });
        queue.fifo().ifPresentOrElse(fifo -> checkFifo(message, fifo), () -> checkStandard(message));
    }

    /** Bytes of a message, as SQS counts them. */
    static long size(OutgoingMessage message) {
        return Utf8.length(message.body()) + message.attributes().size();
    }

    private static void checkFifo(OutgoingMessage message, FifoSettings fifo) {
        if (message.group().isEmpty()) {
            throw new InvalidValue("MessageGroupId", "The request must contain the parameter MessageGroupId.");
        }
        if (message.delay().isPresent()) {
            throw new InvalidValue("DelaySeconds", NOT_FOR_THIS_QUEUE);
        }
        if (message.deduplication().isEmpty() && !fifo.contentBasedDeduplication()) {
            throw new InvalidValue(
                    "MessageDeduplicationId",
                    "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided"
                            + " explicitly");
        }
    }

    private static void checkStandard(OutgoingMessage message) {
        if (message.deduplication().isPresent()) {
            throw new InvalidValue("MessageDeduplicationId", NOT_FOR_THIS_QUEUE);
        }
    }

    private static void checkCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0xD800 || c == '\n' || c == '\t' || c == '\r') {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c < 0xE000 || c > 0xFFFD) {
                throw new InvalidMessageContents(c);
            }
        }
    }
}
