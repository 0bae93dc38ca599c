package io.packetboat.admin.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The last resort: anything that no other mapper knows. */
@Provider
@ApplicationScoped
public class DefectMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable cause) {
        return Defects.answer(cause);
    }
}
