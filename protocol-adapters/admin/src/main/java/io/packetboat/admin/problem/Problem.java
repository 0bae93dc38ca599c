package io.packetboat.admin.problem;

import io.packetboat.kernel.PacketboatException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client is told about a failure. */
@Schema(
        name = "Problem",
        description = "A failure, as RFC 9457 has it.",
        requiredProperties = {"type", "title", "status", "detail"})
public record Problem(
        @Schema(
                description = "Names the fact for programs: urn:packetboat:problem: and the fact's name,"
                        + " or about:blank where the status says it all.",
                examples = "urn:packetboat:problem:user-not-found")
        String type,

        @Schema(description = "The same in words.", examples = "User not found")
        String title,

        @Schema(description = "The HTTP status.", examples = "404")
        int status,

        @Schema(description = "What happened here, for people.")
        String detail,

        @Schema(
                description = "The field of the body, the path or query parameter at fault; there when the input is"
                        + " wrong.",
                examples = "userName")
        Optional<String> field,

        @Schema(description = "Of a defect of the server: the id under which its log holds the cause.")
        Optional<String> id) {

    /** The media type of problems. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final String TYPES = "urn:packetboat:problem:";

    /** A problem that its status describes. */
    public static Problem of(Response.StatusType status, String detail) {
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.getStatusCode(),
                detail,
                Optional.empty(),
                Optional.empty());
    }

    /** A failure that a feature raised; its class is the fact, {@code UserNotFound} is {@code user-not-found}. */
    static Problem of(PacketboatException failure, int status, Optional<String> field) {
        String name = failure.getClass().getSimpleName();
        String words =
                name.charAt(0) + name.substring(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return new Problem(
                TYPES + words.toLowerCase(Locale.ROOT).replace(' ', '-'),
                words,
                status,
                Objects.requireNonNullElse(failure.getMessage(), words),
                field,
                Optional.empty());
    }

    /** A defect of ours, known to the client by its id alone. */
    static Problem defect(String id) {
        return new Problem(
                TYPES + "defect",
                "Defect",
                Response.Status.INTERNAL_SERVER_ERROR.getStatusCode(),
                "the server failed; its log tells more under the id " + id,
                Optional.empty(),
                Optional.of(id));
    }

    /** The answer that carries this problem. */
    public Response.ResponseBuilder answer() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
