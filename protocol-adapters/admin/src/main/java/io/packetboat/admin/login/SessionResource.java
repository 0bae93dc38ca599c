package io.packetboat.admin.login;

import io.packetboat.identity.LoginOutcome;
import io.packetboat.identity.Logins;
import io.packetboat.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The console's login and logout, and for anyone: who am I. */
@Path(SessionResource.PATH)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session", description = "Login and logout of the console")
public class SessionResource {
    static final String PATH = "session";

    private final Logins logins;
    private final Sessions sessions;
    private final CurrentCaller current;
    private final HttpServletRequest connection;

    @Inject
    public SessionResource(Logins logins, Sessions sessions, CurrentCaller current, HttpServletRequest connection) {
        this.logins = logins;
        this.sessions = sessions;
        this.current = current;
        this.connection = connection;
    }

    /** For the container's proxy, which never uses the fields. */
    @SuppressWarnings("NullAway")
    protected SessionResource() {
        this(null, null, null, null);
    }

    /** The one request that needs no login, since it is one. */
    static boolean opens(ContainerRequestContext request) {
        return request.getMethod().equals("POST")
                && request.getUriInfo().getPath().replaceAll("^/|/$", "").equals(PATH);
    }

    @GET
    @Operation(operationId = "readSession", summary = "Who am I")
    public SessionRepresentation read() {
        return SessionRepresentation.of(current.caller());
    }

    @POST
    @SecurityRequirements
    @Operation(
            operationId = "openSession",
            summary = "Log in",
            description = "Sets a cookie that stands for the login until 30 minutes pass without a request, 12 hours"
                    + " in all, or the user's logins are revoked. Requests with the cookie that change anything must"
                    + " carry the header X-Packetboat-Console with any value.")
    @APIResponse(
            responseCode = "200",
            description = "Logged in",
            content = @Content(schema = @Schema(implementation = SessionRepresentation.class)))
    public Response open(
            LoginRepresentation login,
            @Parameter(hidden = true) @HeaderParam(CrossSite.HEADER) @Nullable String console) {
        while (true) {
            long revocations = sessions.revocations();
            LoginOutcome outcome =
                    logins.login(login.userName(), login.password(), connection.getRemoteAddr(), Caller.Door.ADMIN);
            if (!(outcome instanceof LoginOutcome.Accepted accepted)) {
                return Refusals.of(outcome, console != null);
            }
            // Empty when someone's logins were revoked meanwhile, perhaps this user's: whether so, a new login tells.
            Optional<SessionToken> token = sessions.open(accepted.user(), revocations);
            if (token.isPresent()) {
                return opened(accepted, token.get());
            }
        }
    }

    @DELETE
    @Operation(operationId = "endSession", summary = "Log out", description = "Ends the session of the cookie.")
    @APIResponse(responseCode = "204", description = "Logged out")
    public Response end(@Parameter(hidden = true) @CookieParam(SessionCookie.NAME) @Nullable String token) {
        Optional.ofNullable(token).map(SessionToken::new).ifPresent(sessions::end);
        return Response.noContent()
                .cookie(SessionCookie.cleared(connection.isSecure()))
                .build();
    }

    private Response opened(LoginOutcome.Accepted accepted, SessionToken token) {
        boolean secure = connection.isSecure();
        Caller caller = new Caller(accepted.user(), connection.getRemoteAddr(), Caller.Door.ADMIN, secure);
        return Response.ok(SessionRepresentation.of(caller))
                .cookie(SessionCookie.carrying(token, secure))
                .build();
    }
}
