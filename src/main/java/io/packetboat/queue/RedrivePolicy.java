package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.QueueSettings;
import java.util.Optional;

/**
 * Where messages go that were received too often.
 *
 * <p>The broker's own settings hold it, so it counts deliveries by every protocol and is the same whichever door set it.
 *
 * @param maxReceiveCount receives of a message before it moves, at least 1
 */
public record RedrivePolicy(QueueName deadLetterQueue, int maxReceiveCount) {

    /** What the settings that apply to a queue amount to; empty where messages never move for the count of receives. */
    static Optional<RedrivePolicy> of(QueueSettings effective) {
        int attempts = effective.maxDeliveryAttempts().orElse(-1);
        if (attempts < 1) {
            return Optional.empty();
        }
        return effective
                .deadLetterQueue()
                .filter(target -> !target.isEmpty())
                .map(target -> new RedrivePolicy(new QueueName(target), attempts));
    }
}
