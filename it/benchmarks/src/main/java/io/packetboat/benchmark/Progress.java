package io.packetboat.benchmark;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** How far several threads have come together, and the longest time in which none of them got on. */
final class Progress {
    private final long begin = System.nanoTime();
    private final AtomicLong last = new AtomicLong(begin);
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);
    private final LongAdder done = new LongAdder();

    /** Some messages more are through. */
    void add(int messages) {
        long now = System.nanoTime();
        longest.accumulate(now - last.getAndSet(now));
        done.add(messages);
    }

    /** Messages a second, from the making of this to the last step. */
    double perSecond() {
        return done.sum() * 1e9 / (last.get() - begin);
    }

    double longestStallSeconds() {
        return longest.get() / 1e9;
    }
}
