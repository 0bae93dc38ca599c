package io.packetboat.admin.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The document as it was built. */
@Path("/")
@ApplicationScoped
public class OpenApiResource {
    private static final String DOCUMENT = "openapi.yaml";

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9512">RFC 9512 for the media type</a> */
    @GET
    @Produces("application/yaml;charset=UTF-8")
    @Operation(hidden = true)
    public String document() {
        try (InputStream document = OpenApiResource.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException("the build left out " + DOCUMENT);
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
