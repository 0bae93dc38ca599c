package io.packetboat.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Threads that a test runs by hand: lanes of tasks, each lane in its order, the lanes against each other in any order. */
final class InMemoryThreads {
    private final List<Deque<Runnable>> lanes = new ArrayList<>();

    /** One ordered executor. */
    Deque<Runnable> lane() {
        Deque<Runnable> lane = new ArrayDeque<>();
        lanes.add(lane);
        return lane;
    }

    /** Runs everything, and what that brings; whether there was anything. */
    boolean runAll() {
        boolean any = false;
        for (boolean progress = true; progress; ) {
            progress = false;
            for (Deque<Runnable> lane : lanes) {
                Runnable task = lane.poll();
                if (task != null) {
                    task.run();
                    progress = true;
                    any = true;
                }
            }
        }
        return any;
    }

    /** Runs so many tasks of lanes that chance picks. */
    void runSome(Random random, int tasks) {
        for (int i = 0; i < tasks; i++) {
            List<Deque<Runnable>> busy =
                    lanes.stream().filter(lane -> !lane.isEmpty()).toList();
            if (busy.isEmpty()) {
                return;
            }
            busy.get(random.nextInt(busy.size())).remove().run();
        }
    }

    /** What was still to do never happens. */
    void crash() {
        lanes.forEach(Deque::clear);
    }
}
