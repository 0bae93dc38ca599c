package io.packetboat.admin.audit;

import io.packetboat.audit.AuditRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One command or refused login. */
@Schema(
        name = "AuditRecord",
        requiredProperties = {"time", "source", "door", "action", "resource", "outcome"})
public record AuditRecordRepresentation(
        Instant time,

        @Schema(description = "Absent where nobody proved to be anybody.")
        Optional<String> userName,

        @Schema(description = "The remote IP address, or the component of the node itself.")
        String source,

        @Schema(
                description = "The way by which the command arrived.",
                enumeration = {"admin", "aws", "messaging", "node"})
        String door,

        @Schema(description = "In IAM's spelling.", examples = "packetboat:CreateUser")
        String action,

        @Schema(description = "What the command was about, possibly empty.")
        String resource,

        @Schema(
                description = "`denied` is for want of a right, or a login that proved nothing.",
                enumeration = {"succeeded", "denied", "failed"})
        String outcome,

        @Schema(description = "The failure's name.", examples = "UserNameTaken")
        Optional<String> failure) {

    static AuditRecordRepresentation of(AuditRecord record) {
        return new AuditRecordRepresentation(
                record.time(),
                Optional.of(record.user()).filter(user -> !user.isEmpty()),
                record.source(),
                record.door().name().toLowerCase(Locale.ROOT),
                record.action(),
                record.resource(),
                record.outcome().name().toLowerCase(Locale.ROOT),
                Optional.of(record.failure()).filter(failure -> !failure.isEmpty()));
    }
}
