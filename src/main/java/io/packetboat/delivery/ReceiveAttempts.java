package io.packetboat.delivery;

import io.packetboat.broker.delivery.ReceiveMark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The receives of a FIFO queue that can be repeated: one of the same attempt id gets the same messages with their handles
 * and a new visibility timeout, for five minutes, and as long as none of them was deleted, given back or prolonged.
 *
 * <p>In memory alone: it spares a client the wait after a broken connection. Used below the lock of its desk.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html">SQS
 *     ReceiveMessage</a>
 */
final class ReceiveAttempts {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MAX_ATTEMPTS = 100_000;

    private final Map<String, Attempt> byId = new LinkedHashMap<>();

    private record Attempt(List<Taken> messages, Instant until) {

        /** What it got, if all of that is in flight as it was then. */
        Optional<List<InFlight>> untouched(InFlightTable table) {
            List<InFlight> entries = new ArrayList<>();
            for (Taken one : messages) {
                table.find(one.message())
                        .filter(entry -> entry.mark().equals(one.mark()))
                        .ifPresent(entries::add);
            }
            return entries.size() == messages.size() ? Optional.of(entries) : Optional.empty();
        }
    }

    /** By its number alone: a message that was deleted must not stay in memory for minutes. */
    private record Taken(long message, ReceiveMark mark) {}

    /** Gives a receive the messages of the earlier one of its attempt id; whether there was one. */
    boolean repeat(OpenReceive receive, InFlightTable table, Instant now) {
        forgetUntil(now);
        Optional<List<InFlight>> earlier =
                receive.attemptId().map(byId::remove).flatMap(attempt -> attempt.untouched(table));
        earlier.ifPresent(entries -> entries.forEach(entry -> {
            entry.mark(entry.mark().until(now.plus(receive.visibilityTimeout())));
            receive.take(entry);
        }));
        return earlier.isPresent();
    }

    void remember(String id, List<InFlight> taken, Instant now) {
        List<Taken> messages = taken.stream()
                .map(entry -> new Taken(entry.message().id(), entry.mark()))
                .toList();
        byId.remove(id);
        byId.put(id, new Attempt(messages, now.plus(LIFE)));
        if (byId.size() > MAX_ATTEMPTS) {
            Iterator<Attempt> oldest = byId.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private void forgetUntil(Instant now) {
        for (Iterator<Attempt> oldest = byId.values().iterator();
                oldest.hasNext() && !oldest.next().until().isAfter(now); ) {
            oldest.remove();
        }
    }
}
