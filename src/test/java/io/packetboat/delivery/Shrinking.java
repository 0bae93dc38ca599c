package io.packetboat.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing list of steps short: leaves out what is not needed for the failure, longer pieces first. */
final class Shrinking {
    private Shrinking() {}

    static <T> List<T> shrink(List<T> failing, Predicate<List<T>> fails) {
        List<T> shortest = failing;
        for (int piece = Math.max(1, failing.size() / 2); piece > 0; ) {
            List<T> shorter = withoutOnePiece(shortest, piece, fails);
            if (shorter.size() < shortest.size()) {
                shortest = shorter;
            } else {
                piece /= 2;
            }
        }
        return shortest;
    }

    private static <T> List<T> withoutOnePiece(List<T> steps, int piece, Predicate<List<T>> fails) {
        for (int from = 0; from < steps.size(); from++) {
            List<T> shorter = new ArrayList<>(steps.subList(0, from));
            shorter.addAll(steps.subList(Math.min(steps.size(), from + piece), steps.size()));
            if (fails.test(shorter)) {
                return shorter;
            }
        }
        return steps;
    }
}
