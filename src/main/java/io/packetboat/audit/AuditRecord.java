package io.packetboat.audit;

import io.packetboat.kernel.Caller;
import java.time.Instant;

/**
 * One command or refused login: who, from where, through which door, what, on what, and how it ended.
 *
 * @param user the user's name; empty where nobody proved to be anybody
 * @param action in IAM's spelling, for example {@code packetboat:CreateUser}
 * @param resource what the command named as its subject, possibly empty
 * @param failure the failure's name, for example {@code UserNameTaken}; empty for what succeeded
 */
public record AuditRecord(
        Instant time,
        String user,
        String source,
        Caller.Door door,
        String action,
        String resource,
        Outcome outcome,
        String failure) {

    /** How a command ended. */
    public enum Outcome {
        SUCCEEDED,
        /** Refused for want of a right, or a login that proved nothing. */
        DENIED,
        FAILED
    }
}
