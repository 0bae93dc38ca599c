package io.packetboat.subscription;

import io.packetboat.kernel.InvalidValue;
import java.time.Instant;
import java.util.Optional;

/**
 * Which of the messages that its topic keeps a subscription is to get again: those that were published between these two.
 *
 * @param text as it was given
 * @param ending empty for all until now
 */
public record ReplayPolicy(String text, Instant starting, Optional<Instant> ending) {

    public ReplayPolicy {
        if (ending.isPresent() && ending.get().isBefore(starting)) {
            throw new InvalidValue("replayPolicy", "must not end before it begins");
        }
    }
}
