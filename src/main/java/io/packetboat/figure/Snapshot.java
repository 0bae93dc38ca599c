package io.packetboat.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All figures as they were at one moment; one of them is found without looking at the others. */
public final class Snapshot {
    private final List<Family> families;
    private final Map<Series, Double> values = new HashMap<>();

    /** What identifies a figure from one snapshot to the next. */
    public record Series(String family, Optional<Sample.Label> label) {}

    public Snapshot(List<Family> families) {
        this.families = List.copyOf(families);
        for (Family family : families) {
            family.samples().forEach(sample -> values.put(new Series(family.name(), sample.label()), sample.value()));
        }
    }

    public List<Family> families() {
        return families;
    }

    public Set<Series> series() {
        return Set.copyOf(values.keySet());
    }

    /** The figure's value; not a number where there is no such figure any more. */
    public double value(Series series) {
        return values.getOrDefault(series, Double.NaN);
    }
}
