package io.packetboat.queue;

import io.packetboat.broker.BrokerMessages;
import io.packetboat.broker.EmbeddedBroker;
import io.packetboat.kernel.QueueName;
import io.packetboat.queue.MoveTask.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last tasks of each source queue and the worker that carries them out.
 *
 * <p>A task is in the database before it begins and when it has ended; what it has moved is noted there every second. After
 * a stop, however it came, it goes on: a kill may have it move up to a second's messages more than it was to. Safe for any
 * number of threads; beginning a task blocks for the database.
 */
public final class MoveLedger {
    private final MoveTaskStore store;
    private final EmbeddedBroker broker;
    private final Clock clock;
    private final MoveMemory memory = new MoveMemory();
    private final MoveWorker worker = new MoveWorker();
    private final ReentrantLock beginning = new ReentrantLock();

    public MoveLedger(MoveTaskStore store, EmbeddedBroker broker, Clock clock) {
        this.store = store;
        this.broker = broker;
        this.clock = clock;
    }

    /** Goes on with what a stop interrupted; called once, when the broker runs. */
    public void resume() {
        for (MoveTask task : store.load()) {
            RunningMove move = new RunningMove(task, messages(), store, clock);
            memory.add(move).ifPresent(oldest -> store.delete(List.of(oldest)));
            if (task.state().isActive()) {
                worker.start(move);
            }
        }
    }

    private BrokerMessages messages() {
        return broker.messages();
    }

    /** Called once, before the broker stops; what is not moved stays where it is until {@link #resume}. */
    public void stop() {
        worker.stop();
    }

    /** Begins to move so many messages; raises {@link MoveTaskActive} if another task of the source is active. */
    MoveTask begin(MoveTask.Request request, long toMove) {
        MoveTaskHandle handle = new MoveTaskHandle(UUID.randomUUID().toString());
        MoveTask task = new MoveTask(
                handle, request, State.RUNNING, 0, toMove, Instant.ofEpochMilli(clock.millis()), Optional.empty());
        RunningMove move = new RunningMove(task, messages(), store, clock);
        beginning.lock();
        try {
            memory.requireNoneActive(request.source());
            store.put(task);
            memory.add(move).ifPresent(oldest -> store.delete(List.of(oldest)));
        } finally {
            beginning.unlock();
        }
        worker.start(move);
        return move.snapshot();
    }

    /** The newest first. */
    List<MoveTask> list(QueueName source, int max) {
        return memory.list(source, max);
    }

    Optional<RunningMove> find(MoveTaskHandle handle) {
        return memory.find(handle);
    }
}
