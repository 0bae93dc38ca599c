package io.packetboat.it.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything that the clients did and saw, in one order; only ever added to, by any number of threads. */
final class History {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long PERIOD_MILLIS = 1_000;

    private final List<Event> events = new ArrayList<>();

    synchronized void add(Event event) {
        events.add(event);
        notifyAll();
    }

    /** Returns when so many more events came, or when half a minute is over. */
    synchronized void awaitMore(int events) throws InterruptedException {
        int enough = this.events.size() + events;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (this.events.size() < enough && System.nanoTime() < end) {
            wait(PERIOD_MILLIS);
        }
    }

    synchronized int size() {
        return events.size();
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** What happened to these messages, and when in the lives of the server; to be read by a person. */
    List<Event> of(List<String> messages) {
        return events().stream()
                .filter(event -> event instanceof Event.Restarted
                        || messages.stream()
                                .anyMatch(message -> event.toString().contains('=' + message + ']')
                                        || event.toString().contains('=' + message + ',')))
                .toList();
    }
}
