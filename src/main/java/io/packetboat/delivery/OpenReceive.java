package io.packetboat.delivery;

import io.packetboat.broker.delivery.HeldMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A receive that is not answered yet. Changed below the lock of its desk alone. */
final class OpenReceive extends Deadlines.Timed {
    private final int max;
    private final Duration visibilityTimeout;
    private final Instant waitsUntil;
    private final Optional<String> attemptId;
    private final Consumer<OpenReceive> whenDue;
    private final CompletableFuture<List<Delivery>> answer = new CompletableFuture<>();
    private final List<InFlight> taken = new ArrayList<>(1);
    private boolean closed;
    private boolean offersEndAwaited;

    OpenReceive(
            int max,
            Duration visibilityTimeout,
            Instant waitsUntil,
            Optional<String> attemptId,
            Consumer<OpenReceive> whenDue) {
        this.max = max;
        this.visibilityTimeout = visibilityTimeout;
        this.waitsUntil = waitsUntil;
        this.attemptId = attemptId;
        this.whenDue = whenDue;
    }

    Duration visibilityTimeout() {
        return visibilityTimeout;
    }

    Instant waitsUntil() {
        return waitsUntil;
    }

    Optional<String> attemptId() {
        return attemptId;
    }

    CompletableFuture<List<Delivery>> answer() {
        return answer;
    }

    List<InFlight> taken() {
        return taken;
    }

    /** What it got, with what is to be noted of that. */
    List<HeldMessage.Marked> marked() {
        return taken.stream().map(InFlight::marked).toList();
    }

    void take(InFlight message) {
        taken.add(message);
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    boolean isFull() {
        return taken.size() == max;
    }

    /** Whether it takes no more messages; its answer is on the way, or given. */
    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** Whether it has to be seen to that the end of the offers is told; false if that was done before. */
    boolean awaitOffersEnd() {
        boolean first = !offersEndAwaited;
        offersEndAwaited = true;
        return first;
    }

    void offersEnded() {
        offersEndAwaited = false;
    }

    @Override
    void due() {
        whenDue.accept(this);
    }
}
