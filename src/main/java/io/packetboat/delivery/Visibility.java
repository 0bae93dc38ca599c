package io.packetboat.delivery;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/**
 * For how long a received message stays hidden from other receivers.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html">SQS
 *     visibility timeout</a>
 */
final class Visibility {
    /** Counted from the receive; extending a timeout does not start it anew. */
    static final Duration MAX = Duration.ofHours(12);

    private Visibility() {}

    static void requireTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.compareTo(MAX) > 0) {
            throw new InvalidValue("VisibilityTimeout", "must be between 0 and " + MAX.toSeconds());
        }
    }

    /** Until when a message is hidden that was received then and whose timeout is changed now. */
    static Instant deadline(Instant received, Instant now, Duration timeout) {
        requireTimeout(timeout);
        Instant deadline = now.plus(timeout);
        if (deadline.isAfter(received.plus(MAX))) {
            throw new InvalidValue(
                    "VisibilityTimeout",
                    "total visibility timeout for the message is beyond the limit of " + MAX.toSeconds() + " seconds");
        }
        return deadline;
    }
}
