package io.packetboat.kernel;

/** What sort of failure a {@link PacketboatException} is; doors translate a kind to their own status codes. */
public enum ErrorKind {
    /** The request itself is wrong: a name, a number or a document that can never be accepted. */
    INVALID,
    /** The caller has not proved who it is. */
    UNAUTHENTICATED,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** The thing that was named does not exist. */
    NOT_FOUND,
    /** The request is well formed and contradicts the present state, for example a name that is taken. */
    CONFLICT,
    /** A documented limit is reached; the same request may succeed later. */
    LIMIT_EXCEEDED,
    /** Too many requests from this caller; try again after a while. */
    THROTTLED,
    /** The operation exists elsewhere and is not offered here. */
    UNSUPPORTED,
    /** The node cannot do it now: disk reserve reached, database away, standby role. */
    UNAVAILABLE,
    /** A defect of ours. */
    INTERNAL
}
