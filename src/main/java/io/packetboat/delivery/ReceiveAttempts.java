package io.packetboat.delivery;

import java.time.Duration;
import java.time.Instant;
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

    private final Map<String, Attempt> byId = new LinkedHashMap<>();

    private record Attempt(List<InFlight> taken, List<Instant> deadlines, Instant until) {

        boolean isUntouched(InFlightTable table) {
            for (int i = 0; i < taken.size(); i++) {
                InFlight entry = taken.get(i);
                boolean present = table.find(entry.message().id()).orElse(null) == entry;
                if (!present || !entry.mark().deadline().equals(deadlines.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Gives a receive the messages of the earlier one of its attempt id; whether there was one. */
    boolean repeat(OpenReceive receive, InFlightTable table, Instant now) {
        forgetUntil(now);
        Optional<Attempt> earlier = receive.attemptId().map(byId::remove).filter(attempt -> attempt.isUntouched(table));
        earlier.ifPresent(attempt -> attempt.taken().forEach(entry -> {
            entry.mark(entry.mark().until(now.plus(receive.visibilityTimeout())));
            receive.take(entry);
        }));
        return earlier.isPresent();
    }

    void remember(String id, List<InFlight> taken, Instant now) {
        List<Instant> deadlines =
                taken.stream().map(entry -> entry.mark().deadline()).toList();
        byId.remove(id);
        byId.put(id, new Attempt(List.copyOf(taken), deadlines, now.plus(LIFE)));
    }

    private void forgetUntil(Instant now) {
        for (Iterator<Attempt> oldest = byId.values().iterator();
                oldest.hasNext() && !oldest.next().until().isAfter(now); ) {
            oldest.remove();
        }
    }
}
