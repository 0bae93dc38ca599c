package io.packetboat.policy;

import java.util.Locale;

/**
 * A text pattern in which {@code *} stands for any characters, none included, and {@code ?} for exactly one.
 *
 * <p>Matching takes at most the product of both lengths, whatever the pattern.
 */
record Glob(String pattern) {

    static Glob ignoringCase(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
    }

    boolean matches(String text) {
        return matches(text, false);
    }

    /** Whether every name that the broker's wildcard address may stand for matches this pattern. */
    boolean covers(String address) {
        return matches(address, true);
    }

    private boolean matches(String text, boolean address) {
        int at = 0;
        int here = 0;
        int star = -1;
        int resume = 0;
        while (here < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = here;
            } else if (at < pattern.length() && fits(pattern.charAt(at), text.charAt(here), address)) {
                at++;
                here++;
            } else if (star >= 0) {
                at = star + 1;
                here = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }

    private static boolean fits(char wanted, char found, boolean address) {
        if (wanted == '?') {
            // One character can never stand for all that an address wildcard matches.
            return !(address && (found == '*' || found == '#'));
        }
        return wanted == found;
    }

    /** Whether some name that the broker's wildcard address may stand for matches this pattern; errs towards yes. */
    boolean touches(String address) {
        // "a.#" stands for "a" too, so the dot beside a # may be missing.
        String other = address.replace(".#", "*").replace("#.", "*").replace('#', '*');
        boolean[] row = new boolean[other.length() + 1];
        for (int i = pattern.length(); i >= 0; i--) {
            row = rowBefore(i, other, row);
        }
        return row[0];
    }

    /** Fills in, for every j, whether the rest of the pattern from i and the rest of the other from j share a text. */
    private boolean[] rowBefore(int i, String other, boolean[] below) {
        boolean[] row = new boolean[other.length() + 1];
        for (int j = other.length(); j >= 0; j--) {
            boolean patternEnds = i == pattern.length();
            boolean otherEnds = j == other.length();
            boolean patternStar = !patternEnds && pattern.charAt(i) == '*';
            boolean otherStar = !otherEnds && other.charAt(j) == '*';
            if (patternEnds && otherEnds) {
                row[j] = true;
            } else if (patternStar) {
                row[j] = below[j] || (!otherEnds && row[j + 1]);
            } else if (otherStar) {
                row[j] = row[j + 1] || (!patternEnds && below[j]);
            } else {
                row[j] = !patternEnds
                        && !otherEnds
                        && (pattern.charAt(i) == '?' || pattern.charAt(i) == other.charAt(j))
                        && below[j + 1];
            }
        }
        return row;
    }
}
