package io.packetboat.admin.problem;

import io.packetboat.kernel.ErrorKind;
import jakarta.ws.rs.core.Response.Status;

/** The table from kinds of failures to HTTP statuses. */
final class Statuses {
    private Statuses() {}

    static Status of(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> Status.BAD_REQUEST;
            case UNAUTHENTICATED -> Status.UNAUTHORIZED;
            case FORBIDDEN -> Status.FORBIDDEN;
            case NOT_FOUND -> Status.NOT_FOUND;
            // A limit is of the present state: deleting something makes the same request succeed.
            case CONFLICT, LIMIT_EXCEEDED -> Status.CONFLICT;
            case THROTTLED -> Status.TOO_MANY_REQUESTS;
            case UNSUPPORTED -> Status.NOT_IMPLEMENTED;
            case UNAVAILABLE -> Status.SERVICE_UNAVAILABLE;
            case INTERNAL -> Status.INTERNAL_SERVER_ERROR;
        };
    }
}
