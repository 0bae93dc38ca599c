package io.packetboat.queue;

import io.packetboat.kernel.QueueName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last tasks of each source queue, the newest first; at most one of them is active. Safe for any number of threads. */
final class MoveMemory {
    /** As many as SQS lists. */
    static final int MAX_LISTED = 10;

    private final Object lock = new Object();
    private final Map<QueueName, Deque<RunningMove>> bySource = new HashMap<>();

    /** Raises {@link MoveTaskActive} if there is an active task. */
    void requireNoneActive(QueueName source) {
        if (list(source, 1).stream().anyMatch(newest -> newest.state().isActive())) {
            throw new MoveTaskActive(source);
        }
    }

    /** Adds a task; the handle of the one that is dropped for it, if any is. */
    Optional<MoveTaskHandle> add(RunningMove task) {
        synchronized (lock) {
            Deque<RunningMove> tasks =
                    bySource.computeIfAbsent(task.snapshot().request().source(), source -> new ArrayDeque<>());
            tasks.addFirst(task);
            return tasks.size() <= MAX_LISTED
                    ? Optional.empty()
                    : Optional.of(tasks.removeLast().snapshot().handle());
        }
    }

    List<MoveTask> list(QueueName source, int max) {
        synchronized (lock) {
            return bySource.getOrDefault(source, new ArrayDeque<>()).stream()
                    .limit(max)
                    .map(RunningMove::snapshot)
                    .toList();
        }
    }

    Optional<RunningMove> find(MoveTaskHandle handle) {
        synchronized (lock) {
            return bySource.values().stream()
                    .flatMap(Deque::stream)
                    .filter(task -> task.snapshot().handle().equals(handle))
                    .findFirst();
        }
    }
}
