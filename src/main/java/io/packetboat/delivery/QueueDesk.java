package io.packetboat.delivery;

import io.packetboat.broker.delivery.DeliveryQueue;
import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.broker.delivery.QueueReader;
import io.packetboat.kernel.messaging.MessageGroupId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Hands out the messages of one queue and keeps those that are in flight.
 *
 * <p>Each step decides in the {@link DeskState} below one lock and acts after it; the queue is never called below the lock,
 * and calls in below its own. Safe for any number of threads, none of which ever waits.
 */
final class QueueDesk implements QueueReader {
    private final DeliveryQueue queue;
    private final boolean fifo;
    private final DeskLimits limits;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Reading reading;
    private final Runnable whenClosed;
    private final Attachment attachment;
    private final UnreadMessages unread;
    private final Deletions deletions;
    private final Object lock = new Object();
    private final DeskState state;

    /** @param whenClosed told when the queue is deleted */
    QueueDesk(DeliveryQueue queue, DeskSetup setup, Runnable whenClosed) {
        this.queue = queue;
        this.whenClosed = whenClosed;
        this.unread = new UnreadMessages(queue);
        this.deletions = new Deletions(queue, unread, setup, this::forget, this::takeTurns);
        this.fifo = setup.fifo();
        this.limits = setup.limits();
        this.deadlines = setup.deadlines();
        this.clock = setup.clock();
        this.reading = setup.reading();
        LookAhead lookAhead = new LookAhead(limits.aside(), setup.memory());
        Lineup lineup = fifo ? new FifoLineup(lookAhead) : new FairLineup(lookAhead);
        this.state = new DeskState(lineup, limits, this::timeoutEnded);
        this.attachment = new Attachment(queue, this, deadlines, clock, this::offeredFromHead, this::putBackUnneeded);
    }

    /** Takes care of a queue that has messages in flight from before a restart. */
    void attach() {
        attachment.use();
        // What stands before a message in flight has to be known by the time that one is visible again.
        queue.offerMore();
    }

    CompletableFuture<List<Delivery>> receive(ReceiveRequest request, Duration visibilityTimeout, Duration wait) {
        Instant now = now();
        OpenReceive receive = new OpenReceive(
                request.max(),
                visibilityTimeout,
                now.plus(wait),
                request.attemptId().filter(id -> fifo),
                this::waitEnded);
        boolean complete;
        boolean fromHead;
        synchronized (lock) {
            if (!fifo && wait.isZero() && state.isFull()) {
                return CompletableFuture.failedFuture(new InFlightLimitReached(queue.name(), limits.inFlight()));
            }
            complete = state.open(receive, now);
            fromHead = !complete && state.takeSkipped();
        }
        CompletableFuture<List<Delivery>> answer = receive.answer();
        if (complete) {
            answer(receive);
            return answer;
        }
        var unused = answer.whenComplete((deliveries, failure) -> withdrawIfCancelled(receive));
        attachment.use();
        offer(fromHead);
        queue.afterOffers(() -> isUnsatisfied(receive), () -> offersEnded(receive));
        return answer;
    }

    private void offer(boolean fromHead) {
        if (fromHead) {
            queue.offerFromHead(this::offeredFromHead);
        } else {
            queue.offerMore();
        }
    }

    /** As exactly as the journal keeps it. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private void offeredFromHead() {
        synchronized (lock) {
            state.offeredFromHead();
        }
    }

    private void withdrawIfCancelled(OpenReceive receive) {
        if (!receive.answer().isCancelled()) {
            return;
        }
        synchronized (lock) {
            if (!state.close(receive)) {
                return; // its answer is on the way, finds nobody, and gives the messages back
            }
        }
        deadlines.withdraw(receive);
        receive.taken().forEach(this::release);
    }

    private boolean isUnsatisfied(OpenReceive receive) {
        synchronized (lock) {
            return !receive.isClosed() && receive.isEmpty();
        }
    }

    @Override
    public Answer offer(HeldMessage message) {
        DeskState.Offered offered;
        synchronized (lock) {
            offered = state.offer(message, now());
        }
        OpenReceive complete = offered.complete();
        OpenReceive begun = offered.begun();
        if (complete != null) {
            queue.afterOffers(() -> false, () -> answerFull(complete));
        } else if (begun != null) {
            queue.afterOffers(() -> false, () -> offersEnded(begun));
        }
        return offered.answer();
    }

    private void answerFull(OpenReceive receive) {
        answer(receive);
        takeTurnsIfOwed();
    }

    private void takeTurnsIfOwed() {
        boolean owed;
        synchronized (lock) {
            owed = state.owesTurns();
        }
        if (owed) {
            takeTurns();
        }
    }

    private void offersEnded(OpenReceive receive) {
        DeskState.AfterOffers next;
        synchronized (lock) {
            next = state.offersEnded(receive, now());
            if (next == DeskState.AfterOffers.WAITS_ON) {
                deadlines.set(receive, receive.waitsUntil());
            }
        }
        if (next == DeskState.AfterOffers.CLOSED_NOW) {
            answer(receive);
        }
        if (next != DeskState.AfterOffers.WAITS_ON) {
            takeTurnsIfOwed();
        }
    }

    private void waitEnded(OpenReceive receive) {
        synchronized (lock) {
            if (!state.close(receive)) {
                return;
            }
        }
        answer(receive);
    }

    /** Notes what a closed receive got, then tells its caller. */
    private void answer(OpenReceive receive) {
        deadlines.withdraw(receive);
        attachment.used();
        if (receive.isEmpty()) {
            receive.answer().complete(List.of());
            return;
        }
        queue.mark(receive.marked()).whenComplete((done, failure) -> {
            if (failure == null) {
                handOver(receive);
            } else {
                receive.taken().forEach(this::release);
                receive.answer().completeExceptionally(failure);
            }
        });
    }

    private void handOver(OpenReceive receive) {
        List<InFlight> taken = receive.taken();
        synchronized (lock) {
            taken.stream()
                    .filter(entry -> !entry.isOver())
                    .forEach(entry -> deadlines.set(entry, entry.mark().deadline()));
            state.remember(receive, now());
        }
        List<Delivery> deliveries =
                taken.stream().map(entry -> reading.delivery(queue, entry)).toList();
        if (!receive.answer().complete(deliveries)) {
            taken.forEach(this::release);
        }
    }

    private void timeoutEnded(InFlight entry) {
        boolean due;
        synchronized (lock) {
            due = state.isDue(entry, now());
        }
        if (due) {
            release(entry);
        }
    }

    /** A message is hidden no longer: its deadline passed, its receiver gave it back, or never heard of it. */
    private void release(InFlight entry) {
        boolean exhausted = queue.isExhausted(entry.message());
        DeskState.Release release;
        synchronized (lock) {
            release = state.release(entry, exhausted);
        }
        deadlines.withdraw(entry);
        if (release == DeskState.Release.NONE) {
            return;
        }
        if (release == DeskState.Release.TO_QUEUE) {
            queue.giveBack(entry.message());
        }
        takeTurns();
    }

    private void takeTurns() {
        DeskState.Turns turns;
        synchronized (lock) {
            turns = state.turns(now());
        }
        free(turns.freed());
        turns.complete().forEach(this::answer);
        if (turns.fromHead() || turns.more()) {
            offer(turns.fromHead());
        }
        turns.begun().forEach(receive -> queue.afterOffers(() -> false, () -> offersEnded(receive)));
    }

    private void free(List<String> groups) {
        groups.forEach(group -> queue.freeGroup(new MessageGroupId(group), () -> isFree(group)));
    }

    private boolean isFree(String group) {
        synchronized (lock) {
            return state.isFree(group);
        }
    }

    /** Deletes with one sync; each stage is that of the handle in its place. */
    List<CompletionStage<Void>> delete(List<ReceiptHandle> handles) {
        return deletions.delete(handles);
    }

    private DeskState.Deleted forget(Receipt receipt) {
        DeskState.Deleted found;
        synchronized (lock) {
            found = state.delete(receipt);
        }
        found.entry().ifPresent(deadlines::withdraw);
        return found;
    }

    CompletionStage<Void> changeVisibility(Receipt receipt, ReceiptHandle handle, Duration timeout) {
        Instant now = now();
        Optional<InFlight> found;
        List<HeldMessage.Marked> marks;
        synchronized (lock) {
            found = state.changeVisibility(receipt, timeout, now);
            marks = found.map(InFlight::marked).stream().toList();
            found.filter(entry -> !timeout.isZero())
                    .ifPresent(entry -> deadlines.set(entry, entry.mark().deadline()));
        }
        if (found.isEmpty()) {
            return unread.changeVisibility(receipt, timeout, now, () -> changeVisibility(receipt, handle, timeout))
                    .orElseGet(() -> CompletableFuture.failedFuture(new MessageNotInFlight(handle)));
        }
        InFlight entry = found.get();
        CompletionStage<Void> marked = queue.mark(marks);
        return timeout.isZero() ? marked.whenComplete((done, failure) -> timeoutEnded(entry)) : marked;
    }

    CompletionStage<Void> purge() {
        return queue.purge().thenCombine(purgeHeld(), (one, other) -> null);
    }

    @Override
    public CompletionStage<Void> purgeHeld() {
        DeskState.Emptied emptied;
        synchronized (lock) {
            emptied = state.empty();
        }
        List<HeldMessage> held = new ArrayList<>(emptied.aside());
        for (InFlight entry : emptied.inFlight()) {
            deadlines.withdraw(entry);
            held.add(entry.message());
        }
        takeTurns();
        return held.isEmpty() ? CompletableFuture.completedFuture(null) : queue.settle(held);
    }

    @Override
    public boolean keepsGroups() {
        return fifo;
    }

    @Override
    public void restored(HeldMessage message) {
        message.mark().ifPresent(mark -> {
            InFlight entry = new InFlight(message, mark, this::timeoutEnded);
            synchronized (lock) {
                state.restored(entry);
                deadlines.set(entry, mark.deadline());
            }
        });
    }

    @Override
    public void visibleAgain(HeldMessage message) {
        message.mark().ifPresent(mark -> {
            synchronized (lock) {
                state.visibleAgain(new InFlight(message, mark, this::timeoutEnded));
            }
        });
    }

    @Override
    public void closed() {
        whenClosed.run();
        DeskState.Emptied emptied;
        synchronized (lock) {
            emptied = state.empty();
        }
        emptied.inFlight().forEach(deadlines::withdraw);
        answerAll();
    }

    /** Answers everybody who waits with what there is. */
    void answerAll() {
        Collection<OpenReceive> open;
        synchronized (lock) {
            open = state.closeAll();
        }
        open.forEach(this::answer);
    }

    /** Nobody has received for a while; whether something is held or awaited all the same. */
    private boolean putBackUnneeded() {
        List<HeldMessage> unneeded;
        DeskState.Turns turns;
        boolean needed;
        synchronized (lock) {
            if (state.isAwaited()) {
                return true;
            }
            unneeded = state.takeUnneeded();
            turns = state.turns(now());
            needed = state.inFlight() > 0;
        }
        if (!unneeded.isEmpty()) {
            queue.putBack(unneeded);
        }
        free(turns.freed());
        if (turns.fromHead()) {
            offer(true);
        }
        return needed;
    }

    @Override
    public int aside() {
        synchronized (lock) {
            return state.aside();
        }
    }
}
