package io.packetboat.queue;

import io.packetboat.broker.BrokerMessages;
import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.StoredMessage;
import io.packetboat.queue.MoveTask.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One task at work. It moves what the queue held at its start, so that messages that fail again and come back do not keep
 * it going for ever; each message is moved in a transaction of its own. While broker or database are not there it waits.
 *
 * <p>Steps run on the worker's thread, one after the other; whoever else looks or cancels goes through the lock.
 */
final class RunningMove {
    private static final Logger LOG = System.getLogger(RunningMove.class.getName());
    private static final int STEP = 20;

    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);

    private final MoveTask begun;
    private final MoveTask.Request request;
    private final BrokerMessages messages;
    private final MoveTaskStore store;
    private final Clock clock;
    private final MovePace pace;
    private final Object lock = new Object();
    /** Taken before {@link #lock}, so that what is noted last is what was last. */
    private final Object noting = new Object();

    private State state;
    private Optional<String> failure;
    private long moved;
    private long gone;
    private Instant noted;

    /** @param begun the task as it was begun, or as it was noted last before a stop */
    RunningMove(MoveTask begun, BrokerMessages messages, MoveTaskStore store, Clock clock) {
        this.begun = begun;
        this.request = begun.request();
        this.messages = messages;
        this.store = store;
        this.clock = clock;
        this.state = begun.state();
        this.failure = begun.failure();
        this.moved = begun.moved();
        this.noted = clock.instant();
        this.pace = new MovePace(noted, request.wantedRate().orElse(MovePace.MAX_RATE));
    }

    MoveTask snapshot() {
        synchronized (lock) {
            return new MoveTask(begun.handle(), request, state, moved, begun.toMove(), begun.started(), failure);
        }
    }

    /** Ends it before its next message; false if it is not running. */
    boolean cancel() {
        synchronized (lock) {
            if (state != State.RUNNING) {
                return false;
            }
            state = State.CANCELLING;
            return true;
        }
    }

    /** Moves as many messages as it is time for; whether there is more to do. */
    boolean step() {
        try {
            if (snapshot().state().isActive()) {
                moveSome();
            }
            return !noteIfDue();
        } catch (PacketboatException e) {
            return tryAgain(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "moving messages failed, source=" + request.source(), e);
            boolean toNote = snapshot().state().isActive();
            fail("InternalError");
            return toNote;
        }
    }

    /** Notes what has been done, every second and in the end; whether it has ended. */
    private boolean noteIfDue() {
        MoveTask task = snapshot();
        Instant now = clock.instant();
        if (!task.state().isActive() || !now.isBefore(noted.plus(NOTED_EVERY))) {
            note();
            noted = now;
        }
        return !task.state().isActive();
    }

    /** Has the database know how it stands. */
    void note() {
        synchronized (noting) {
            store.put(snapshot());
        }
    }

    private boolean tryAgain(PacketboatException e) {
        if (e.kind() == ErrorKind.UNAVAILABLE) {
            LOG.log(Level.DEBUG, () -> "moving messages waits, source=" + request.source(), e);
        } else {
            fail(String.valueOf(e.getMessage()));
        }
        return true;
    }

    private void moveSome() {
        int allowance = Math.min(pace.allowance(clock.instant(), done() - begun.moved()), STEP);
        if (allowance == 0 && begun.toMove() > done()) {
            endIfCancelled();
            return;
        }
        Page<StoredMessage> page = messages.browse(request.source(), PageRequest.first(Math.max(allowance, 1)))
                .orElseThrow(() -> new QueueNotFound(request.source()));
        if (page.items().isEmpty()) {
            end(State.COMPLETED);
        }
        for (StoredMessage message : page.items()) {
            if (endIfCancelled() || done() >= begun.toMove()) {
                break;
            }
            move(message.id());
        }
        if (done() >= begun.toMove()) {
            end(State.COMPLETED);
        }
    }

    private void move(long id) {
        QueueName source = request.source();
        boolean done = request.destination()
                .map(target -> messages.move(source, id, target))
                .orElseGet(() -> messages.returnToOrigin(source, id));
        boolean stays = !done && messages.find(source, id).isPresent();
        if (stays) {
            // AWS's own words.
            fail(request.destination().isPresent() ? "QueueDoesNotExist" : "CouldNotDetermineMessageSource");
            return;
        }
        synchronized (lock) {
            moved += done ? 1 : 0;
            gone += done ? 0 : 1;
        }
    }

    private long done() {
        synchronized (lock) {
            return moved + gone;
        }
    }

    private boolean endIfCancelled() {
        synchronized (lock) {
            if (state == State.CANCELLING) {
                state = State.CANCELLED;
            }
            return !state.isActive();
        }
    }

    private void end(State end) {
        synchronized (lock) {
            if (state.isActive()) {
                state = end;
            }
        }
    }

    private void fail(String why) {
        synchronized (lock) {
            if (state.isActive()) {
                state = State.FAILED;
                failure = Optional.of(why);
            }
        }
    }
}
