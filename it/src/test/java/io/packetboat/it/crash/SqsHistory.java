package io.packetboat.it.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All that the SQS clients did and saw; only ever added to, by any number of threads. */
final class SqsHistory {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long PERIOD_MILLIS = 500;

    private final List<SqsEvent> events = new ArrayList<>();

    synchronized void add(SqsEvent event) {
        events.add(event);
        notifyAll();
    }

    /** Returns when so many more events came, or after a while. */
    synchronized void awaitMore(int more) throws InterruptedException {
        int enough = events.size() + more;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (events.size() < enough && System.nanoTime() < end) {
            wait(PERIOD_MILLIS);
        }
    }

    synchronized List<SqsEvent> events() {
        return List.copyOf(events);
    }
}
