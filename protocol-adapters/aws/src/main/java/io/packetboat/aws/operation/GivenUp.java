package io.packetboat.aws.operation;

/** Why a request should wait for nothing any more. */
public enum GivenUp {
    /** Somebody's rights changed; the client is there and wants an answer. */
    RIGHTS_CHANGED,
    /** The client has gone, or the node stops. */
    NOBODY_WAITS
}
