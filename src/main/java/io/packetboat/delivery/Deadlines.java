package io.packetboat.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Things that become due, to the nearest {@value #STEP_MILLIS} ms and never early; those of the same time in the order in
 * which they were set, so that messages of a group received together go to the dead letters in their order.
 *
 * <p>Made for millions of deadlines that are mostly withdrawn: setting and withdrawing one costs a step in a tree and two
 * links, and a withdrawn one leaves nothing behind. Nothing is done while nothing is due. Safe for any number of threads.
 */
final class Deadlines {
    private static final long STEP_MILLIS = 10;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition earlier = lock.newCondition();
    private final TreeMap<Long, Step> steps = new TreeMap<>();

    Deadlines(Clock clock) {
        this.clock = clock;
    }

    /** Something with one deadline at a time. */
    abstract static class Timed {
        private @Nullable Step step;
        private @Nullable Timed before;
        private @Nullable Timed after;

        /** Called once its time has come, without any lock; it may have been withdrawn at that very moment. */
        abstract void due();
    }

    /** All that is due within the same few milliseconds, in the order in which it was set. */
    private static final class Step {
        final long number;

        @Nullable
        Timed first;

        @Nullable
        Timed last;

        Step(long number) {
            this.number = number;
        }
    }

    /** Sets or moves the deadline. */
    void set(Timed timed, Instant due) {
        long number = -Math.floorDiv(-due.toEpochMilli(), STEP_MILLIS);
        lock.lock();
        try {
            unlink(timed);
            Step step = steps.computeIfAbsent(number, Step::new);
            timed.step = step;
            timed.before = step.last;
            if (step.last == null) {
                step.first = timed;
            } else {
                step.last.after = timed;
            }
            step.last = timed;
            if (steps.firstKey() == number) {
                earlier.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void withdraw(Timed timed) {
        lock.lock();
        try {
            unlink(timed);
        } finally {
            lock.unlock();
        }
    }

    private void unlink(Timed timed) {
        Step step = timed.step;
        if (step == null) {
            return;
        }
        if (timed.before == null) {
            step.first = timed.after;
        } else {
            timed.before.after = timed.after;
        }
        if (timed.after == null) {
            step.last = timed.before;
        } else {
            timed.after.before = timed.before;
        }
        timed.step = null;
        timed.before = null;
        timed.after = null;
        if (step.first == null) {
            steps.remove(step.number);
        }
    }

    /** Calls everything that is due now; the number of those. */
    int runDue() {
        List<Timed> due = takeDue();
        due.forEach(Timed::due);
        return due.size();
    }

    private List<Timed> takeDue() {
        List<Timed> due = new ArrayList<>();
        lock.lock();
        try {
            long now = Math.floorDiv(clock.millis(), STEP_MILLIS);
            for (Map.Entry<Long, Step> next = steps.firstEntry();
                    next != null && next.getKey() <= now;
                    next = steps.firstEntry()) {
                for (Timed timed = next.getValue().first; timed != null; timed = next.getValue().first) {
                    unlink(timed);
                    due.add(timed);
                }
            }
        } finally {
            lock.unlock();
        }
        return due;
    }

    /** Returns when something is due. */
    void awaitDue() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long millis = millisToNext(); millis > 0; millis = millisToNext()) {
                earlier.awaitNanos(TimeUnit.MILLISECONDS.toNanos(millis));
            }
        } finally {
            lock.unlock();
        }
    }

    /** A minute at most, since the system's clock may be set. */
    private long millisToNext() {
        return steps.isEmpty() ? 60_000 : Math.min(steps.firstKey() * STEP_MILLIS - clock.millis(), 60_000);
    }

    /** How many deadlines there are, for tests. */
    int size() {
        lock.lock();
        try {
            int size = 0;
            for (Step step : steps.values()) {
                for (Timed timed = step.first; timed != null; timed = timed.after) {
                    size++;
                }
            }
            return size;
        } finally {
            lock.unlock();
        }
    }
}
