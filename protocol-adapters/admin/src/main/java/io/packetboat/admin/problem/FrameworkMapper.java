package io.packetboat.admin.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS refuses by itself: unknown paths, methods and media types. Its own texts name our classes. */
@Provider
@ApplicationScoped
public class FrameworkMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refused) {
        Response original = refused.getResponse();
        if (original.getStatusInfo().getFamily() != Family.CLIENT_ERROR) {
            return Defects.answer(refused);
        }
        Response.ResponseBuilder answer = Problem.of(original.getStatusInfo(), detail(original.getStatus()))
                .answer();
        String allow = original.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this path";
            case 405 -> "this path does not take the request's method";
            case 406 -> "answers are application/json, see the Accept header";
            case 413 -> "the body is longer than 2,000,000 bytes";
            case 415 -> "the body must be of the type application/json, see the Content-Type header";
            default -> "the request cannot be understood";
        };
    }
}
