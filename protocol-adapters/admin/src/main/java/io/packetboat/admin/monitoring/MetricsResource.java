package io.packetboat.admin.monitoring;

import io.packetboat.admin.login.CurrentCaller;
import io.packetboat.figure.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures for those who have closed the open page. */
@Path("metrics")
@ApplicationScoped
@Tag(name = "Metrics", description = "Figures for monitoring systems")
public class MetricsResource {
    private final Figures figures;
    private final CurrentCaller current;

    @Inject
    public MetricsResource(Figures figures, CurrentCaller current) {
        this.figures = figures;
        this.current = current;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected MetricsResource() {
        this(null, null);
    }

    @GET
    @Produces(TextFormat.MEDIA_TYPE)
    @Operation(operationId = "getMetrics", summary = "Read all figures in Prometheus' text format")
    public String read() {
        return TextFormat.of(figures.current(current.caller()));
    }
}
