package io.packetboat.queue;

import java.util.List;

/**
 * Where definitions of queues are kept.
 *
 * <p>Safe for any number of threads. When a method fails, it raises a {@link
 * io.packetboat.kernel.PacketboatException} of kind UNAVAILABLE; whether a change took place is then unknown until the
 * next {@link #load}.
 */
public interface QueueStore {

    /** Everything that is stored. */
    Contents load();

    /** Carries out all changes or none, in their order; they are committed and forced to disk on return. */
    void apply(List<QueueChange> changes);

    /** All of it at one moment; there is at most one queue and one intent of a name. */
    record Contents(List<StoredQueue> queues, List<QueueIntent> intents) {
        public Contents {
            queues = List.copyOf(queues);
            intents = List.copyOf(intents);
        }
    }
}
