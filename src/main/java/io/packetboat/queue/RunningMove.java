package io.packetboat.queue;

import io.packetboat.broker.BrokerMessages;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.kernel.Page;
import io.packetboat.kernel.PageRequest;
import io.packetboat.kernel.QueueName;
import io.packetboat.kernel.messaging.StoredMessage;
import io.packetboat.queue.MoveTask.State;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One task at work. It moves what the queue held at its start, so that messages that fail again and come back do not keep
 * it going for ever; each message is moved in a transaction of its own.
 *
 * <p>Steps run on the worker's thread, one after the other; whoever else looks or cancels goes through the lock.
 */
final class RunningMove {
    private static final Logger LOG = System.getLogger(RunningMove.class.getName());
    private static final int STEP = 20;

    private final MoveTaskHandle handle = new MoveTaskHandle(UUID.randomUUID().toString());
    private final MoveTask.Request request;
    private final long toMove;
    private final BrokerMessages messages;
    private final Clock clock;
    private final Instant started;
    private final MovePace pace;
    private final Object lock = new Object();
    private State state = State.RUNNING;
    private Optional<String> failure = Optional.empty();
    private long moved;
    private long gone;

    RunningMove(MoveTask.Request request, long toMove, BrokerMessages messages, Clock clock) {
        this.request = request;
        this.toMove = toMove;
        this.messages = messages;
        this.clock = clock;
        this.started = clock.instant();
        this.pace = new MovePace(started, request.wantedRate().orElse(MovePace.MAX_RATE));
    }

    MoveTask snapshot() {
        synchronized (lock) {
            return new MoveTask(handle, request, state, moved, toMove, started, failure);
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
            moveSome();
        } catch (PacketboatException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "moving messages failed, source=" + request.source(), e);
            fail("InternalError");
        }
        return snapshot().state().isActive();
    }

    private void moveSome() {
        int allowance = Math.min(pace.allowance(clock.instant(), done()), STEP);
        if (allowance == 0 && toMove > done()) {
            endIfCancelled();
            return;
        }
        Page<StoredMessage> page = messages.browse(request.source(), PageRequest.first(Math.max(allowance, 1)))
                .orElseThrow(() -> new QueueNotFound(request.source()));
        if (page.items().isEmpty()) {
            end(State.COMPLETED);
        }
        for (StoredMessage message : page.items()) {
            if (endIfCancelled() || done() >= toMove) {
                break;
            }
            move(message.id());
        }
        if (done() >= toMove) {
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
