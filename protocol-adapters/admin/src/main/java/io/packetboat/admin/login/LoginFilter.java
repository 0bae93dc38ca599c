package io.packetboat.admin.login;

import io.packetboat.identity.LoginOutcome;
import io.packetboat.identity.Logins;
import io.packetboat.kernel.Caller;
import io.packetboat.kernel.UserName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Stands before everything, unknown paths too: finds the caller or answers in place of the resource. */
@Provider
@PreMatching
@ApplicationScoped
public class LoginFilter implements ContainerRequestFilter {
    private final Logins logins;
    private final Sessions sessions;
    private final CurrentCaller current;
    private final HttpServletRequest connection;

    @Inject
    public LoginFilter(Logins logins, Sessions sessions, CurrentCaller current, HttpServletRequest connection) {
        this.logins = logins;
        this.sessions = sessions;
        this.current = current;
        this.connection = connection;
    }

    /** For the container's proxy, which never uses the fields; RESTEasy finds it only if public. */
    @SuppressWarnings("NullAway")
    public LoginFilter() {
        this(null, null, null, null);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (CrossSite.isForeign(request)) {
            request.abortWith(Refusals.foreign("a page of another site made this request"));
            return;
        }
        if (SessionResource.opens(request)) {
            return;
        }
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            bySession(request);
            return;
        }
        Optional<BasicCredentials> credentials = BasicCredentials.parse(header);
        if (credentials.isEmpty()) {
            request.abortWith(Refusals.loginNeeded(
                    CrossSite.isFromConsole(request), "the Authorization header must be of the scheme Basic"));
            return;
        }
        byPassword(request, credentials.get());
    }

    private void byPassword(ContainerRequestContext request, BasicCredentials credentials) {
        LoginOutcome outcome =
                logins.login(credentials.user(), credentials.password(), connection.getRemoteAddr(), Caller.Door.ADMIN);
        if (outcome instanceof LoginOutcome.Accepted accepted) {
            pass(accepted.user());
            return;
        }
        request.abortWith(Refusals.of(outcome, CrossSite.isFromConsole(request)));
    }

    private void bySession(ContainerRequestContext request) {
        Optional<UserName> user = SessionCookie.in(request).flatMap(sessions::use);
        if (user.isEmpty()) {
            request.abortWith(Refusals.loginNeeded(CrossSite.isFromConsole(request), "a login is needed"));
            return;
        }
        if (CrossSite.lacksHeader(request)) {
            request.abortWith(Refusals.foreign("a change by a session needs the header " + CrossSite.HEADER));
            return;
        }
        pass(user.get());
    }

    /** The address is the socket's: what a header says of it can be made up by anyone. */
    private void pass(UserName user) {
        current.is(new Caller(user, connection.getRemoteAddr(), Caller.Door.ADMIN, connection.isSecure()));
    }
}
