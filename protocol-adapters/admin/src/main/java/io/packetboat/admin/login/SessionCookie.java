package io.packetboat.admin.login;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/** How the session's token travels. */
final class SessionCookie {
    static final String NAME = "packetboat-session";

    private SessionCookie() {}

    static Optional<SessionToken> in(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(NAME))
                .map(Cookie::getValue)
                .map(SessionToken::new);
    }

    /** Without a maximum age: it ends with the browser, or before that with the session. */
    static NewCookie carrying(SessionToken token, boolean secure) {
        return cookie(token.value(), secure).build();
    }

    static NewCookie cleared(boolean secure) {
        return cookie("", secure).maxAge(0).build();
    }

    private static NewCookie.Builder cookie(String value, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
