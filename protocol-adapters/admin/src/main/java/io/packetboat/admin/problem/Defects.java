package io.packetboat.admin.problem;

import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/** Failures that nobody foresaw: logged once with an id, and no more than the id for the client. */
final class Defects {
    private static final Logger LOG = System.getLogger(Defects.class.getName());

    private Defects() {}

    static Response answer(Throwable cause) {
        String id = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "a request of the admin API failed, id=" + id, cause);
        return Problem.defect(id).answer().build();
    }
}
