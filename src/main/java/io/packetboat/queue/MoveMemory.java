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

    /** Adds a task; raises {@link MoveTaskActive} if another one is active. */
    void begin(QueueName source, RunningMove task) {
        synchronized (lock) {
            Deque<RunningMove> tasks = bySource.computeIfAbsent(source, unused -> new ArrayDeque<>());
            RunningMove newest = tasks.peekFirst();
            if (newest != null && newest.snapshot().state().isActive()) {
                throw new MoveTaskActive(source);
            }
            tasks.addFirst(task);
            if (tasks.size() > MAX_LISTED) {
                tasks.removeLast();
            }
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
