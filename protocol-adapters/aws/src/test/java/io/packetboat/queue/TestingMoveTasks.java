package io.packetboat.queue;

import io.packetboat.kernel.Caller;
import io.packetboat.kernel.QueueName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moving dead letters, by names that say how it answers: {@code missing} is not there, {@code orders} takes no dead
 * letters, {@code busy} moves some already; the one handle that can be cancelled is {@code running}.
 */
public final class TestingMoveTasks extends MoveTasks {
    private static final MoveTaskHandle RUNNING = new MoveTaskHandle("running");
    private static final Instant THEN = Instant.ofEpochSecond(1_900_000_000);

    @Override
    public MoveTask start(
            Caller caller, QueueName source, Optional<QueueName> destination, Optional<Integer> messagesPerSecond) {
        require(source);
        if (source.value().equals("orders")) {
            throw new NoDeadLetterQueue(source);
        }
        if (source.value().equals("busy")) {
            throw new MoveTaskActive(source);
        }
        return task(source, MoveTask.State.RUNNING, destination, messagesPerSecond, Optional.empty());
    }

    @Override
    public List<MoveTask> list(Caller caller, QueueName source, int max) {
        require(source);
        return List.of(
                        task(
                                source,
                                MoveTask.State.RUNNING,
                                Optional.of(new QueueName("orders")),
                                Optional.of(7),
                                Optional.empty()),
                        task(source, MoveTask.State.FAILED, Optional.empty(), Optional.empty(), Optional.of("gone")))
                .subList(0, Math.min(max, 2));
    }

    @Override
    public MoveTask cancel(Caller caller, MoveTaskHandle handle) {
        if (!handle.equals(RUNNING)) {
            throw new MoveTaskNotFound();
        }
        return task(
                new QueueName("dead"), MoveTask.State.CANCELLING, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void require(QueueName name) {
        if (name.value().equals("missing")) {
            throw new QueueNotFound(name);
        }
    }

    private static MoveTask task(
            QueueName source,
            MoveTask.State state,
            Optional<QueueName> destination,
            Optional<Integer> rate,
            Optional<String> failure) {
        return new MoveTask(RUNNING, new MoveTask.Request(source, destination, rate), state, 3, 10, THEN, failure);
    }
}
