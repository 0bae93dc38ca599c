package io.packetboat.delivery;

import io.packetboat.kernel.InvalidValue;
import java.time.Duration;
import java.util.Optional;

/**
 * What a receiver asks for.
 *
 * @param max messages at most, 1 to 10
 * @param visibilityTimeout how long they stay hidden from others, 0 s to 12 h; empty means the queue's own
 * @param waitTime how long to wait for the first message, 0 s to 20 s; empty means the queue's own
 * @param attemptId for FIFO queues alone: a repeated request of the same id within five minutes gets the same messages
 */
public record ReceiveRequest(
        int max, Optional<Duration> visibilityTimeout, Optional<Duration> waitTime, Optional<String> attemptId) {
    /** What one request can ask for. */
    public static final int MAX_MESSAGES = 10;

    /** The longest wait. */
    public static final Duration MAX_WAIT = Duration.ofSeconds(20);

    public ReceiveRequest {
        if (max < 1 || max > MAX_MESSAGES) {
            throw new InvalidValue("MaxNumberOfMessages", "must be between 1 and " + MAX_MESSAGES);
        }
        visibilityTimeout.ifPresent(Visibility::requireTimeout);
        waitTime.filter(time -> time.isNegative() || time.compareTo(MAX_WAIT) > 0)
                .ifPresent(wrong -> {
                    throw new InvalidValue("WaitTimeSeconds", "must be between 0 and " + MAX_WAIT.toSeconds());
                });
    }

    /** At most so many, with the queue's own visibility timeout, and no wait. */
    public static ReceiveRequest now(int max) {
        return new ReceiveRequest(max, Optional.empty(), Optional.of(Duration.ZERO), Optional.empty());
    }

    /** The same for what is there now. */
    public ReceiveRequest withoutWait() {
        return new ReceiveRequest(max, visibilityTimeout, Optional.of(Duration.ZERO), attemptId);
    }

    /** At most so many, with the queue's own visibility timeout. */
    public static ReceiveRequest within(int max, Duration wait) {
        return new ReceiveRequest(max, Optional.empty(), Optional.of(wait), Optional.empty());
    }
}
