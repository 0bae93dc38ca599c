package io.packetboat.admin.page;

import io.packetboat.kernel.InvalidValue;
import io.packetboat.kernel.PageRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of every list. Texts, since the framework would answer 404 for what is no number. */
public class PageParameters {
    private static final String STANDARD_SIZE = "100";

    @Parameter(description = "`next` of the page before; absent for the first page.")
    @QueryParam("after")
    @DefaultValue("")
    private String after = "";

    @Parameter(
            description = "How many entries to answer at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = STANDARD_SIZE))
    @QueryParam("size")
    @DefaultValue(STANDARD_SIZE)
    private String size = STANDARD_SIZE;

    /** The wanted page; raises {@link InvalidValue} for a size that is none. */
    public PageRequest page() {
        try {
            return new PageRequest(after, Integer.parseInt(size));
        } catch (NumberFormatException e) {
            throw new InvalidValue("size", "must be a whole number between 1 and " + PageRequest.MAX_SIZE);
        }
    }
}
