package io.packetboat.queue;

import java.util.List;

/**
 * Where move tasks are kept.
 *
 * <p>Safe for any number of threads. When a method fails, it raises a {@link io.packetboat.kernel.PacketboatException} of kind
 * UNAVAILABLE; whether a change took place is then unknown.
 */
public interface MoveTaskStore {

    /** Every task, the oldest first. */
    List<MoveTask> load();

    /** Keeps a task as it is now in the place of what was kept of it; committed and forced to disk on return. */
    void put(MoveTask task);

    /** Forgets tasks, if they are kept at all; as durably. */
    void delete(List<MoveTaskHandle> handles);
}
