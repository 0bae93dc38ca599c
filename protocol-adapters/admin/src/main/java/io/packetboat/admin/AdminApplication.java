package io.packetboat.admin;

import io.packetboat.admin.audit.AuditResource;
import io.packetboat.admin.connection.ConnectionsResource;
import io.packetboat.admin.identity.AccessKeysResource;
import io.packetboat.admin.identity.GroupsResource;
import io.packetboat.admin.identity.PoliciesResource;
import io.packetboat.admin.identity.UsersResource;
import io.packetboat.admin.login.SessionResource;
import io.packetboat.admin.message.MessagesResource;
import io.packetboat.admin.monitoring.MetricsResource;
import io.packetboat.admin.node.NodeResource;
import io.packetboat.admin.problem.Problem;
import io.packetboat.admin.queue.QueuesResource;
import io.packetboat.admin.topic.SnsSubscriptionsResource;
import io.packetboat.admin.topic.TopicsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The admin API; every class is named here, so that Liberty need not search for them. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Packetboat admin API",
                        version = "1",
                        description = "Times are ISO-8601 in UTC, durations are numbers of seconds, sizes are bytes."
                                + " Names in a path are percent-encoded; one that holds a slash, a backslash, # or a"
                                + " control character, that starts with ~ or is . or .. is written as ~ and the"
                                + " base64url form of its UTF-8, and things with such names tell their `path`."
                                + " Lists come in pages: `next` of a page is `after` of the following one, and is"
                                + " absent on the last.",
                        license = @License(name = "Apache-2.0")),
        security = {@SecurityRequirement(name = "password"), @SecurityRequirement(name = "session")},
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "password",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "basic",
                                    description = "A user's name and password, or an access key's id and secret."),
                            @SecurityScheme(
                                    securitySchemeName = "session",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = "packetboat-session",
                                    description = "Set by POST /api/v1/session. Changes need the header"
                                            + " X-Packetboat-Console besides.")
                        },
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "The request failed; nothing was changed unless the status is"
                                                + " 500 or 503.",
                                        content =
                                                @Content(
                                                        mediaType = "application/problem+json",
                                                        schema = @Schema(implementation = Problem.class)))))
public class AdminApplication extends Application {
    private static final List<Class<?>> RESOURCES = List.of(
            SessionResource.class,
            UsersResource.class,
            AccessKeysResource.class,
            GroupsResource.class,
            PoliciesResource.class,
            NodeResource.class,
            QueuesResource.class,
            MessagesResource.class,
            TopicsResource.class,
            SnsSubscriptionsResource.class,
            ConnectionsResource.class,
            AuditResource.class,
            MetricsResource.class);

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new LinkedHashSet<>(Providers.ALL);
        classes.addAll(RESOURCES);
        return classes;
    }
}
