package io.packetboat.admin.login;

import io.packetboat.kernel.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who calls, as the server sees it. */
@Schema(
        name = "Session",
        requiredProperties = {"userName", "source", "secure"})
public record SessionRepresentation(
        @Schema(description = "The user that is logged in.") String userName,

        @Schema(description = "The remote IP address of the connection, as policies see it in aws:SourceIp.")
        String source,

        @Schema(description = "Whether the connection is encrypted, as policies see it in" + " aws:SecureTransport.")
        boolean secure) {

    static SessionRepresentation of(Caller caller) {
        return new SessionRepresentation(caller.user().value(), caller.source(), caller.secure());
    }
}
