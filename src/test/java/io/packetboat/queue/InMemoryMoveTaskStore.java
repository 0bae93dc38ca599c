package io.packetboat.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store that keeps move tasks while the test runs. */
final class InMemoryMoveTaskStore implements MoveTaskStore {
    private final Map<MoveTaskHandle, MoveTask> tasks = new LinkedHashMap<>();

    @Override
    public synchronized List<MoveTask> load() {
        List<MoveTask> all = new ArrayList<>(tasks.values());
        all.sort(Comparator.comparing(MoveTask::started));
        return all;
    }

    @Override
    public synchronized void put(MoveTask task) {
        tasks.put(task.handle(), task);
    }

    @Override
    public synchronized void delete(List<MoveTaskHandle> handles) {
        handles.forEach(tasks::remove);
    }
}
