package io.packetboat.it.crash;

import java.util.List;

/**
 * What a history shows.
 *
 * @param lost sent with confirmation, and nobody ever tried to consume them, the final drain included
 * @param resurrected delivered again after their consumption was confirmed
 * @param unmarked delivered again, rightly, but not marked as redelivered
 * @param damaged differ from what was sent, or were never sent
 * @param undone definitions whose answered change was gone
 */
record Verdict(
        Totals totals,
        List<String> lost,
        List<String> resurrected,
        List<String> unmarked,
        List<String> damaged,
        List<String> undone) {

    /**
     * How much there was to break.
     *
     * @param inDoubt sends that were never confirmed
     * @param duplicated messages that came more than once
     * @param changes answered changes of definitions
     */
    record Totals(int sent, int inDoubt, int consumed, int duplicated, int changes) {}

    boolean isClean() {
        return lost.isEmpty() && resurrected.isEmpty() && damaged.isEmpty() && undone.isEmpty();
    }

    /** One line in the middle of a history, when nobody can tell yet what is lost. */
    String progress() {
        return "sent %d, consumed %d, changes %d; resurrected %d, damaged %d, changes undone %d"
                .formatted(
                        totals.sent(),
                        totals.consumed(),
                        totals.changes(),
                        resurrected.size(),
                        damaged.size(),
                        undone.size());
    }

    /** One line for the build's log. */
    String line() {
        return ("sent %d (in doubt %d), consumed %d, changes %d: lost %d, resurrected %d, damaged %d, changes undone %d;"
                        + " duplicated %d, of these unmarked %d")
                .formatted(
                        totals.sent(),
                        totals.inDoubt(),
                        totals.consumed(),
                        totals.changes(),
                        lost.size(),
                        resurrected.size(),
                        damaged.size(),
                        undone.size(),
                        totals.duplicated(),
                        unmarked.size());
    }
}
