package io.packetboat.admin.problem;

import io.packetboat.kernel.ErrorKind;
import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PacketboatException;
import io.packetboat.policy.PolicyRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** What features refuse, by kind. */
@Provider
@ApplicationScoped
public class FailureMapper implements ExceptionMapper<PacketboatException> {
    private static final int RETRY_SECONDS = 1;

    /** The field that policy documents come in, and what their reader calls the whole of one. */
    private static final String DOCUMENT = "document";

    @Override
    public Response toResponse(PacketboatException failure) {
        if (failure.kind() == ErrorKind.INTERNAL) {
            return Defects.answer(failure);
        }
        int status = Statuses.of(failure.kind()).getStatusCode();
        Response.ResponseBuilder answer =
                Problem.of(failure, status, fieldOf(failure)).answer();
        if (failure.kind() == ErrorKind.THROTTLED) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.build();
    }

    private static Optional<String> fieldOf(PacketboatException failure) {
        if (failure instanceof InvalidValue invalid) {
            return Optional.of(invalid.field());
        }
        if (failure instanceof PolicyRefused refused) {
            return Optional.of(DOCUMENT.equals(refused.element()) ? DOCUMENT : DOCUMENT + "." + refused.element());
        }
        return Optional.empty();
    }
}
