package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import io.packetboat.broker.delivery.QueueReader.Answer;
import io.packetboat.broker.delivery.ReceiveMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who waits at a desk, what is in flight and whose turn is next: every decision, and no effect on queue, timer or caller.
 * Used below the lock of its desk alone.
 */
final class DeskState {
    private final DeskLimits limits;
    private final Consumer<InFlight> whenDue;
    private final LinkedHashSet<OpenReceive> waiting = new LinkedHashSet<>();
    private final InFlightTable inFlight = new InFlightTable();
    private final ReceiveAttempts attempts = new ReceiveAttempts();
    private final Lineup lineup;

    DeskState(Lineup lineup, DeskLimits limits, Consumer<InFlight> whenDue) {
        this.lineup = lineup;
        this.limits = limits;
        this.whenDue = whenDue;
    }

    boolean isFull() {
        return inFlight.size() >= limits.inFlight();
    }

    boolean isAwaited() {
        return !waiting.isEmpty();
    }

    /** Whether messages were skipped that the queue should offer again now. */
    boolean takeSkipped() {
        return lineup.takeSkipped();
    }

    boolean isFree(String group) {
        return lineup.isFree(group);
    }

    int inFlight() {
        return inFlight.size();
    }

    int aside() {
        return lineup.aside();
    }

    /** Lets a receive in; whether it has all it asked for and is closed. */
    boolean open(OpenReceive receive, Instant now) {
        waiting.add(receive);
        if (!attempts.repeat(receive, inFlight, now)) {
            fill(receive, false, now);
            if (!receive.isFull()) {
                receive.awaitOffersEnd();
                return false;
            }
        }
        close(receive);
        return true;
    }

    void offeredFromHead() {
        lineup.offeredFromHead();
    }

    /** Takes a receive out; false if it was closed before. */
    boolean close(OpenReceive receive) {
        if (receive.isClosed()) {
            return false;
        }
        receive.close();
        waiting.remove(receive);
        lineup.closed(receive);
        return true;
    }

    /**
     * What an offer came to.
     *
     * @param complete the receive that it made full and that is closed now
     * @param begun a receive that gets what there is for it once the offers end
     */
    record Offered(
            Answer answer,
            @Nullable OpenReceive complete,
            @Nullable OpenReceive begun) {}

    Offered offer(HeldMessage message, Instant now) {
        OpenReceive receive =
                waiting.isEmpty() || isFull() ? null : waiting.iterator().next();
        return switch (lineup.offer(message, receive)) {
            case ASIDE -> new Offered(Answer.TAKE, null, mayGetMore(receive) ? receive : null);
            case SKIPPED -> new Offered(Answer.SKIP, null, null);
            case STOP -> new Offered(Answer.STOP, null, null);
            case NOW -> given(Objects.requireNonNull(receive), message, now);
        };
    }

    /** Whether the end of the offers has to be awaited for a receive that would get something then. */
    private boolean mayGetMore(@Nullable OpenReceive receive) {
        return receive != null && lineup.hasTurnsAfterOffers() && receive.awaitOffersEnd();
    }

    /** Whether somebody waits although there is something to be had. */
    boolean owesTurns() {
        return !waiting.isEmpty() && !isFull() && lineup.hasTurnsAfterOffers();
    }

    private Offered given(OpenReceive receive, HeldMessage message, Instant now) {
        take(receive, message, now);
        if (receive.isFull()) {
            close(receive);
            return new Offered(Answer.TAKE, receive, null);
        }
        return new Offered(Answer.TAKE, null, receive.awaitOffersEnd() ? receive : null);
    }

    private void take(OpenReceive receive, HeldMessage message, Instant now) {
        Instant first = message.mark().map(ReceiveMark::firstReceived).orElse(now);
        ReceiveMark mark = new ReceiveMark(message.countDelivery(), first, now, now.plus(receive.visibilityTimeout()));
        InFlight entry = new InFlight(message, mark, whenDue);
        inFlight.add(entry);
        receive.take(entry);
    }

    private void fill(OpenReceive receive, boolean offersEnded, Instant now) {
        while (!receive.isFull() && !isFull()) {
            Optional<HeldMessage> next = offersEnded ? lineup.nextAfterOffers(receive) : lineup.next(receive);
            if (next.isEmpty()) {
                return;
            }
            take(receive, next.get(), now);
        }
    }

    /** What becomes of a receive once the queue offered all it has. */
    enum AfterOffers {
        WAITS_ON,
        CLOSED_NOW,
        CLOSED_BEFORE
    }

    AfterOffers offersEnded(OpenReceive receive, Instant now) {
        if (receive.isClosed()) {
            return AfterOffers.CLOSED_BEFORE;
        }
        receive.offersEnded();
        fill(receive, true, now);
        if (receive.isEmpty() && receive.waitsUntil().isAfter(now)) {
            return AfterOffers.WAITS_ON;
        }
        close(receive);
        return AfterOffers.CLOSED_NOW;
    }

    /**
     * Turns that came since something was settled or released.
     *
     * @param complete receives that are full and closed now
     * @param begun receives that get what there is for them once the offers end
     * @param freed groups of which nothing is held
     * @param fromHead whether the queue should offer what was skipped
     * @param more whether somebody still waits
     */
    record Turns(
            List<OpenReceive> complete, List<OpenReceive> begun, List<String> freed, boolean fromHead, boolean more) {}

    Turns turns(Instant now) {
        List<OpenReceive> complete = new ArrayList<>();
        List<OpenReceive> begun = new ArrayList<>();
        for (OpenReceive receive : longestWaiting()) {
            fill(receive, false, now);
            if (receive.isFull()) {
                close(receive);
                complete.add(receive);
                continue;
            }
            boolean owed = !receive.isEmpty() || owesTurns();
            if (owed && receive.awaitOffersEnd()) {
                begun.add(receive);
            }
            if (receive.isEmpty()) {
                break;
            }
        }
        return new Turns(complete, begun, lineup.takeFreedGroups(), lineup.takeSkipped(), !waiting.isEmpty());
    }

    private List<OpenReceive> longestWaiting() {
        int candidates = Math.min(waiting.size(), lineup.aside());
        return candidates == 0 ? List.of() : waiting.stream().limit(candidates).toList();
    }

    /** What becomes of a message whose receiver has it no longer. */
    enum Release {
        /** The lineup keeps it. */
        KEPT,
        /** The queue gets it back. */
        TO_QUEUE,
        /** It was over before. */
        NONE
    }

    /** @param exhausted whether the queue itself takes care of it, since it was delivered too often */
    Release release(InFlight entry, boolean exhausted) {
        if (entry.isOver()) {
            return Release.NONE;
        }
        inFlight.giveBack(entry);
        if (exhausted) {
            lineup.settled(entry.message());
            return Release.TO_QUEUE;
        }
        return lineup.released(entry.message()) ? Release.KEPT : Release.TO_QUEUE;
    }

    boolean isDue(InFlight entry, Instant now) {
        return !entry.isOver() && !entry.mark().deadline().isAfter(now);
    }

    /** The message in flight of this receipt, if no later receive has it. */
    private Optional<InFlight> find(Receipt receipt) {
        return inFlight.find(receipt.message()).filter(entry -> entry.isReceiptOf(receipt));
    }

    /**
     * What a receipt of a message to be deleted names.
     *
     * @param entry the message in flight
     * @param held the message, if it is held, in flight or set aside since it was visible again
     * @param givenBack the message that was given back to the queue and that nobody received since
     * @param late whether the receipt came after the visibility timeout
     */
    record Deleted(
            Optional<InFlight> entry, Optional<HeldMessage> held, Optional<HeldMessage> givenBack, boolean late) {}

    /** Forgets the message of a receipt that may be deleted by it. */
    Deleted delete(Receipt receipt) {
        Optional<InFlight> entry = find(receipt);
        entry.ifPresent(this::settle);
        Optional<GivenBack> found = inFlight.findGivenBack(receipt);
        Optional<HeldMessage> givenBack = found.flatMap(GivenBack::message);
        Optional<HeldMessage> held = entry.map(InFlight::message).or(() -> givenBack.flatMap(lineup::takeOut));
        return new Deleted(entry, held, givenBack, found.isPresent() || inFlight.isSuperseded(receipt));
    }

    private void settle(InFlight entry) {
        inFlight.remove(entry);
        lineup.settled(entry.message());
    }

    /** Changes the mark of a message in flight; empty if it is not. */
    Optional<InFlight> changeVisibility(Receipt receipt, Duration timeout, Instant now) {
        Optional<InFlight> found = find(receipt);
        found.ifPresent(entry ->
                entry.mark(entry.mark().until(Visibility.deadline(entry.mark().received(), now, timeout))));
        return found;
    }

    void restored(InFlight entry) {
        inFlight.add(entry);
        lineup.restored(entry.message());
    }

    void visibleAgain(InFlight entry) {
        inFlight.remember(entry);
    }

    void remember(OpenReceive receive, Instant now) {
        receive.attemptId().ifPresent(id -> attempts.remember(id, receive.taken(), now));
    }

    /** Forgets everything in flight and set aside. */
    Emptied empty() {
        List<InFlight> entries = inFlight.removeAll();
        entries.forEach(entry -> lineup.settled(entry.message()));
        return new Emptied(entries, lineup.takeAll());
    }

    record Emptied(List<InFlight> inFlight, List<HeldMessage> aside) {}

    Collection<OpenReceive> closeAll() {
        List<OpenReceive> open = List.copyOf(waiting);
        open.forEach(this::close);
        return open;
    }

    List<HeldMessage> takeUnneeded() {
        return lineup.takeUnneeded();
    }
}
