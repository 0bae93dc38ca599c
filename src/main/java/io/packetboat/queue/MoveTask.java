package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import java.time.Instant;
import java.util.Optional;

/**
 * The moving of dead letters to another queue or back to where they came from, as it is now.
 *
 * @param toMove how many messages there were at the start
 * @param failure why it failed, if it did
 */
public record MoveTask(
        MoveTaskHandle handle,
        Request request,
        State state,
        long moved,
        long toMove,
        Instant started,
        Optional<String> failure) {

    /** Where a task stands. */
    public enum State {
        RUNNING,
        COMPLETED,
        CANCELLING,
        CANCELLED,
        FAILED;

        /** Whether it still moves, or might. */
        public boolean isActive() {
            return this == RUNNING || this == CANCELLING;
        }
    }

    /**
     * What somebody asked for.
     *
     * @param destination absent where each message returns to its own source
     * @param wantedRate messages a second at most
     */
    public record Request(QueueName source, Optional<QueueName> destination, Optional<Integer> wantedRate) {}
}
