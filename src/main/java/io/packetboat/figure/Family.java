package io.packetboat.figure;

import java.util.List;

/**
 * Figures of one meaning and unit, one for each thing that they are about.
 *
 * @param name in Prometheus' spelling, the unit at its end
 * @param help one sentence for people
 * @param kind whether the figures go up and down
 * @param samples all of them with the same label, or one without
 */
public record Family(String name, String help, Kind kind, List<Sample> samples) {

    /** How a figure moves. */
    public enum Kind {
        /** Up and down. */
        GAUGE,
        /** Up alone, from zero at each start. */
        COUNTER
    }

    public Family {
        samples = List.copyOf(samples);
    }
}
