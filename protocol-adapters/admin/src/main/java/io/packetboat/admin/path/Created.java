package io.packetboat.admin.path;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The answer to a request that made something: 201, where it is, and what it is. */
public final class Created {
    private Created() {}

    /** @param path as {@link PathName} gives it */
    public static Response at(String path, Object representation, UriInfo request) {
        return Response.created(request.getBaseUri().resolve(path))
                .entity(representation)
                .build();
    }
}
