package io.packetboat.benchmark;

import java.util.List;

/** The middle of several measurements; a machine's hiccup moves an average and not this. */
final class Median {
    private Median() {}

    /** Of at least one value; between the two in the middle where their number is even. */
    static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
