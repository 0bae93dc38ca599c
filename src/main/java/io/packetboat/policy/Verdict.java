package io.packetboat.policy;

/** What policies say about a request; {@link #DENIED} outweighs {@link #ALLOWED}, silence grants nothing. */
public enum Verdict {
    /** No statement applies: refused by default. */
    SILENT,
    ALLOWED,
    /** A Deny statement applies: refused whatever else allows it. */
    DENIED;

    /** The verdict of two sets of statements together. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
