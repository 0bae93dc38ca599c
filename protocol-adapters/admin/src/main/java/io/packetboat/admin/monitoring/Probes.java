package io.packetboat.admin.monitoring;

import io.packetboat.health.CheckResult;
import io.packetboat.health.HealthChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** The checks as MicroProfile Health publishes them under {@code /health/started}, {@code live} and {@code ready}. */
@ApplicationScoped
class Probes {

    @Produces
    @Startup
    HealthCheck start(HealthChecks checks) {
        return () -> response(checks.start());
    }

    @Produces
    @Liveness
    HealthCheck process(HealthChecks checks) {
        return () -> response(checks.process());
    }

    @Produces
    @Readiness
    HealthCheck journal(HealthChecks checks) {
        return () -> response(checks.journal());
    }

    @Produces
    @Readiness
    HealthCheck listeners(HealthChecks checks) {
        return () -> response(checks.listeners());
    }

    @Produces
    @Readiness
    HealthCheck database(HealthChecks checks) {
        return () -> response(checks.database());
    }

    @Produces
    @Readiness
    HealthCheck disk(HealthChecks checks) {
        return () -> response(checks.disk());
    }

    private static HealthCheckResponse response(CheckResult result) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named(result.name()).status(result.up());
        result.details().forEach(detail -> detail.tell(response::withData, response::withData));
        return response.build();
    }
}
