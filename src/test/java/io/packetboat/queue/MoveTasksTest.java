package io.packetboat.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.packetboat.identity.AccessDenied;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.UserName;
import io.packetboat.kernel.messaging.NewMessage;
import io.packetboat.kernel.messaging.QueueSettings;
import io.packetboat.queue.MoveTask.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveTasksTest {
    private static final Caller NODE = Caller.node("test");
    private static final QueueName ORDERS = new QueueName("orders");
    private static final QueueName DEAD = new QueueName("dead");
    private static final QueueName OTHER = new QueueName("other");
    /** One each second, they last longer than any machine stands still. */
    private static final int MANY = 60;

    @TempDir
    Path directory;

    private TestingQueues testing;
    private final InMemoryMoveTaskStore store = new InMemoryMoveTaskStore();
    private MoveLedger ledger;
    private MoveTasks tasks;
    private Messages messages;

    @BeforeEach
    void start() {
        testing = TestingQueues.started(directory, new InMemoryQueueStore());
        begin();
        messages = new Messages(testing.testing.broker(), testing.identity.rights, testing.identity.config);
        testing.queues.create(NODE, DEAD, QueueSettings.DEFAULTS, false);
        testing.queues.create(NODE, OTHER, QueueSettings.DEFAULTS, false);
        testing.queues.create(
                NODE, ORDERS, QueueSettings.DEFAULTS.withDeadLetters(3, Optional.of(DEAD.value())), false);
    }

    /** What a start of the node does, on the same store. */
    private void begin() {
        ledger = new MoveLedger(store, testing.testing.broker(), Clock.systemUTC());
        tasks = new MoveTasks(
                testing.testing.broker(), testing.memory, testing.identity.rights, testing.identity.config, ledger);
        ledger.resume();
    }

    @AfterEach
    void stop() {
        ledger.stop();
        testing.close();
    }

    @Test
    void aTaskGoesOnAfterARestartUntilAllThatItBeganWithIsMoved() {
        deadLetters(5);
        MoveTask task = tasks.start(NODE, DEAD, Optional.of(OTHER), Optional.of(4));
        await().until(() -> count(OTHER) > 0);

        ledger.stop();
        begin();

        awaitState(State.COMPLETED);
        assertThat(tasks.list(NODE, DEAD, 10)).singleElement().satisfies(now -> {
            assertThat(now.handle()).isEqualTo(task.handle());
            assertThat(now.started()).isEqualTo(task.started());
        });
        assertThat(count(OTHER)).isEqualTo(5);
    }

    @Test
    void whatEndedBeforeARestartIsListedAfterIt() {
        deadLetters(1);
        tasks.start(NODE, DEAD, Optional.of(OTHER), Optional.empty());
        awaitState(State.COMPLETED);
        messages.send(NODE, DEAD, NewMessage.text("sent by hand"));
        tasks.start(NODE, DEAD, Optional.empty(), Optional.empty());
        awaitState(State.FAILED);
        await().until(() -> store.load().stream().noneMatch(task -> task.state().isActive()));
        List<MoveTask> before = tasks.list(NODE, DEAD, 10);

        ledger.stop();
        begin();

        assertThat(tasks.list(NODE, DEAD, 10)).isEqualTo(before).hasSize(2);
    }

    @Test
    void aCancelledTaskStaysSoAfterARestart() {
        deadLetters(MANY);
        MoveTask task = tasks.start(NODE, DEAD, Optional.of(OTHER), Optional.of(1));

        tasks.cancel(NODE, task.handle());
        ledger.stop();
        begin();

        awaitState(State.CANCELLED);
        assertThat(count(DEAD)).isPositive();
    }

    @Test
    void aTaskThatIsNotListedAnyMoreIsNotKept() {
        for (int i = 0; i < 12; i++) {
            tasks.start(NODE, DEAD, Optional.of(OTHER), Optional.empty());
            awaitState(State.COMPLETED);
        }

        assertThat(store.load()).hasSize(10);
    }

    @Test
    void deadLettersReturnToTheQueueThatTheyCameFrom() {
        deadLetters(3);

        tasks.start(NODE, DEAD, Optional.empty(), Optional.empty());

        awaitState(State.COMPLETED);
        assertThat(tasks.list(NODE, DEAD, 10)).singleElement().satisfies(task -> {
            assertThat(task.moved()).isEqualTo(3);
            assertThat(task.toMove()).isEqualTo(3);
        });
        assertThat(count(ORDERS)).isEqualTo(3);
        assertThat(count(DEAD)).isZero();
    }

    @Test
    void deadLettersMoveToTheQueueThatIsNamed() {
        deadLetters(2);

        tasks.start(NODE, DEAD, Optional.of(OTHER), Optional.of(500));

        awaitState(State.COMPLETED);
        assertThat(count(OTHER)).isEqualTo(2);
    }

    @Test
    void aMessageThatCameFromNowhereFailsTheTask() {
        messages.send(NODE, DEAD, NewMessage.text("sent by hand"));

        tasks.start(NODE, DEAD, Optional.empty(), Optional.empty());

        awaitState(State.FAILED);
        assertThat(tasks.list(NODE, DEAD, 1).get(0).failure()).contains("CouldNotDetermineMessageSource");
        assertThat(count(DEAD)).isEqualTo(1);
    }

    @Test
    void onlyOneTaskOfAQueueRunsAndItCanBeCancelled() {
        deadLetters(MANY);
        MoveTask task = tasks.start(NODE, DEAD, Optional.empty(), Optional.of(1));

        assertThatThrownBy(() -> tasks.start(NODE, DEAD, Optional.empty(), Optional.empty()))
                .isInstanceOf(MoveTaskActive.class);
        assertThat(tasks.cancel(NODE, task.handle()).state()).isEqualTo(State.CANCELLING);
        awaitState(State.CANCELLED);
        assertThatThrownBy(() -> tasks.cancel(NODE, task.handle())).isInstanceOf(MoveTaskNotFound.class);
        assertThat(count(DEAD)).isPositive();
    }

    @Test
    void onlyTheTenLastTasksAreListedTheNewestFirst() {
        for (int i = 0; i < 12; i++) {
            tasks.start(NODE, DEAD, Optional.of(OTHER), Optional.of(100 + i));
            awaitState(State.COMPLETED);
        }

        assertThat(tasks.list(NODE, DEAD, 10))
                .extracting(task -> task.request().wantedRate().orElseThrow())
                .startsWith(111, 110)
                .hasSize(10);
    }

    @Test
    void aQueueThatTakesNoDeadLettersIsNoSource() {
        assertThatThrownBy(() -> tasks.start(NODE, ORDERS, Optional.empty(), Optional.empty()))
                .isInstanceOf(NoDeadLetterQueue.class);
    }

    @Test
    void whatDoesNotExistOrIsOutOfBoundsIsRefused() {
        QueueName missing = new QueueName("missing");

        assertThatThrownBy(() -> tasks.start(NODE, missing, Optional.empty(), Optional.empty()))
                .isInstanceOf(QueueNotFound.class);
        assertThatThrownBy(() -> tasks.start(NODE, DEAD, Optional.of(missing), Optional.empty()))
                .isInstanceOf(QueueNotFound.class);
        assertThatThrownBy(() -> tasks.start(NODE, DEAD, Optional.of(DEAD), Optional.empty()))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> tasks.start(NODE, DEAD, Optional.empty(), Optional.of(501)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> tasks.list(NODE, missing, 1)).isInstanceOf(QueueNotFound.class);
        assertThatThrownBy(() -> tasks.cancel(NODE, new MoveTaskHandle("none"))).isInstanceOf(MoveTaskNotFound.class);
    }

    @Test
    void strangersMayNothing() {
        Caller stranger = new Caller(new UserName("stranger"), "192.0.2.1", Caller.Door.AWS);

        assertThatThrownBy(() -> tasks.start(stranger, DEAD, Optional.empty(), Optional.empty()))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> tasks.list(stranger, DEAD, 1)).isInstanceOf(AccessDenied.class);
    }

    /** Moved by hand, a message notes where it came from as a dead letter does. */
    private void deadLetters(int count) {
        for (int i = 0; i < count; i++) {
            long id = messages.send(NODE, ORDERS, NewMessage.text("order " + i));
            messages.move(NODE, ORDERS, id, DEAD);
        }
        await().until(() -> count(DEAD) == count);
    }

    private void awaitState(State state) {
        await().until(() -> tasks.list(NODE, DEAD, 1).get(0).state() == state);
    }

    private int count(QueueName queue) {
        return messages.browse(NODE, queue, PageRequest.first(100)).items().size();
    }
}
