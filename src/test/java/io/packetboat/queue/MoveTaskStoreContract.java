package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetboat.kernel.QueueName;
import io.packetboat.queue.MoveTask.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of move tasks must do. */
public abstract class MoveTaskStoreContract {
    private static final Instant THEN = Instant.parse("2030-01-01T00:00:00.123Z");
    private static final QueueName DEAD = new QueueName("dead.fifo");
    private static final MoveTask PLAIN = new MoveTask(
            new MoveTaskHandle("plain"),
            new MoveTask.Request(DEAD, Optional.empty(), Optional.empty()),
            State.RUNNING,
            0,
            7,
            THEN.plusMillis(1),
            Optional.empty());
    private static final MoveTask FULL = new MoveTask(
            new MoveTaskHandle("full"),
            new MoveTask.Request(DEAD, Optional.of(new QueueName("Größe \"7\"")), Optional.of(500)),
            State.FAILED,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            THEN,
            Optional.of("QueueDoesNotExist"));

    /** An empty store. */
    protected abstract MoveTaskStore store();

    @Test
    void allOfATaskComesBackTheOldestFirst() {
        MoveTaskStore store = store();
        assertThat(store.load()).isEmpty();

        store.put(PLAIN);
        store.put(FULL);

        assertThat(store.load()).containsExactly(FULL, PLAIN);
    }

    @Test
    void aTaskIsKeptAsItWasPutLast() {
        MoveTaskStore store = store();
        MoveTask later =
                new MoveTask(PLAIN.handle(), PLAIN.request(), State.COMPLETED, 7, 7, PLAIN.started(), Optional.empty());

        store.put(PLAIN);
        store.put(later);

        assertThat(store.load()).containsExactly(later);
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeGoneAlready() {
        MoveTaskStore store = store();
        store.put(PLAIN);
        store.put(FULL);

        store.delete(List.of(FULL.handle(), new MoveTaskHandle("none")));

        assertThat(store.load()).containsExactly(PLAIN);
    }
}
