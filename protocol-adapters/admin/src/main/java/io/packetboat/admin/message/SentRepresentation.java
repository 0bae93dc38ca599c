package io.packetboat.admin.message;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a message that was sent. */
@Schema(name = "SentMessage", requiredProperties = "id")
public record SentRepresentation(
        @Schema(description = "The broker's number for it, unique in this broker.")
        String id) {

    /** The answer to a send or publish that returned this id. */
    public static Response answer(long id) {
        return Response.status(Response.Status.CREATED)
                .entity(new SentRepresentation(Long.toString(id)))
                .build();
    }
}
