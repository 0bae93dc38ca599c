package io.packetboat.admin.message;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a message shall go. */
@Schema(name = "Move", requiredProperties = "queueName")
public record MoveRepresentation(
        @Schema(description = "The queue to move it to.") String queueName) {

    /** How many dead letters went back. */
    @Schema(name = "Returned", requiredProperties = "returned")
    public record Returned(
            @Schema(description = "How many messages went back to where they came from.")
            int returned) {}
}
